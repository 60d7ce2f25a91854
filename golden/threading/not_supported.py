# What runs beside the program in threads of its own is refused.
import threading  # error: PT0301


def work():
    print("working")


thread = threading.Thread(target=work)
thread.start()
thread.join()
