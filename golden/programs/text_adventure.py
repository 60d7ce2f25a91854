# A state machine driven by commands.
ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "garden", "east": "kitchen"}, "items": ["lamp"]},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall"}, "items": ["knife", "bread"]},
    "garden": {"text": "Flowers everywhere.", "exits": {"south": "hall"}, "items": []},
}


class Player:
    def __init__(self, room):
        self.room = room
        self.bag = []
        self.moves = 0

    def go(self, direction):
        exits = ROOMS[self.room]["exits"]
        if direction not in exits:
            return "You cannot go there."
        self.room = exits[direction]
        self.moves += 1
        return ROOMS[self.room]["text"]

    def take(self, item):
        items = ROOMS[self.room]["items"]
        if item in items:
            items.remove(item)
            self.bag.append(item)
            return f"You take the {item}."
        return f"There is no {item} here."

    def look(self):
        room = ROOMS[self.room]
        return f"{room['text']} Exits: {', '.join(sorted(room['exits']))}. Items: {', '.join(room['items']) or 'none'}."


def play(player, commands):
    for line in commands:
        verb, *rest = line.lower().split()
        print(">", line)
        if verb == "quit":
            break
        elif verb == "go" and rest:
            print(player.go(rest[0]))
        elif verb == "take" and len(rest) == 1:
            print(player.take(rest[0]))
        elif verb == "look":
            print(player.look())
        elif verb == "bag":
            print("You carry:", ", ".join(player.bag) if player.bag else "nothing")
        else:
            print("I do not understand.")
    else:
        print("(out of commands)")


p = Player("hall")
play(p, ["look", "take lamp", "take lamp", "go up", "go east", "LOOK", "take bread", "bag", "dance", "go"])
play(p, ["go west", "look", "quit", "go north"])
print(p.room, p.moves, p.bag)
