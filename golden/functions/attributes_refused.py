# A `def` in a loop is evaluated again and again: attributes of such functions are refused.
makers = []
for start in range(3):

    def count():
        return count.start

    count.start = start  # error: PT0305
    makers.append(count)
