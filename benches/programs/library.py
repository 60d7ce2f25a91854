"""A lending library: books, members, loans, fines and reports, driven by a small command language."""


class LibraryError(Exception):
    """Something that the library does not allow."""


class NotFound(LibraryError):
    def __init__(self, what, key):
        super().__init__(f"no {what} {key!r}")
        self.what = what
        self.key = key


class LimitReached(LibraryError):
    def __init__(self, member, limit):
        super().__init__(f"{member} has {limit} loans already")
        self.limit = limit


class Item:
    """Anything that can be lent."""

    days = 21
    fine_per_day = 10

    def __init__(self, number, title, year):
        self.number = number
        self.title = title
        self.year = year
        self.n_lent = 0

    def describe(self):
        return f"{self.title} ({self.year})"

    def fine(self, n_days):
        late = n_days - self.days
        return late * self.fine_per_day if late > 0 else 0

    def __repr__(self):
        return f"{self.kind()}({self.number}, {self.title!r})"

    def kind(self):
        return "Item"


class Book(Item):
    def __init__(self, number, title, year, author, n_pages):
        super().__init__(number, title, year)
        self.author = author
        self.n_pages = n_pages

    def describe(self):
        return f"{self.author}: {super().describe()}, {self.n_pages} pages"

    def kind(self):
        return "Book"


class Film(Item):
    days = 7
    fine_per_day = 50

    def __init__(self, number, title, year, minutes):
        super().__init__(number, title, year)
        self.minutes = minutes

    def describe(self):
        hours, rest = divmod(self.minutes, 60)
        return f"{super().describe()}, {hours}:{rest:02d}"

    def kind(self):
        return "Film"


class Member:
    limit = 3

    def __init__(self, name):
        self.name = name
        self.loans = []
        self.fines = 0
        self.history = []

    def borrow(self, item, day):
        if len(self.loans) >= self.limit:
            raise LimitReached(self.name, self.limit)
        loan = Loan(item, self, day)
        self.loans.append(loan)
        self.history.append(item.title)
        return loan

    def give_back(self, number, day):
        for position, loan in enumerate(self.loans):
            if loan.item.number == number:
                del self.loans[position]
                fine = loan.close(day)
                self.fines += fine
                return fine
        raise NotFound("loan", number)

    def __str__(self):
        return f"{self.name} ({len(self.loans)} loans, {money(self.fines)})"


class Loan:
    def __init__(self, item, member, day):
        self.item = item
        self.member = member
        self.day = day
        self.returned = None

    def close(self, day):
        self.returned = day
        return self.item.fine(day - self.day)

    def is_late(self, today):
        return self.returned is None and today - self.day > self.item.days


class Library:
    def __init__(self):
        self.items = {}
        self.members = {}
        self.lent = {}
        self.loans = []
        self.day = 0
        self.log = []

    def add(self, item):
        self.items[item.number] = item
        return item

    def join(self, name):
        if name in self.members:
            raise LibraryError(f"{name} is a member already")
        member = Member(name)
        self.members[name] = member
        return member

    def item(self, number):
        try:
            return self.items[number]
        except KeyError:
            raise NotFound("item", number) from None

    def member(self, name):
        found = self.members.get(name)
        if found is None:
            raise NotFound("member", name)
        return found

    def lend(self, number, name):
        item, member = self.item(number), self.member(name)
        holder = self.lent.get(number)
        if holder is not None:
            raise LibraryError(f"{item.title} is lent to {holder}")
        loan = member.borrow(item, self.day)
        self.lent[number] = member.name
        self.loans.append(loan)
        item.n_lent += 1
        return loan

    def take_back(self, number):
        name = self.lent.pop(number, None)
        if name is None:
            raise LibraryError(f"{self.item(number).title} is not lent")
        return self.member(name).give_back(number, self.day)

    def pass_days(self, n_days):
        self.day += n_days

    def late(self):
        for loan in self.loans:
            if loan.is_late(self.day):
                yield loan

    def popular(self, n_most):
        ranked = sorted(self.items.values(), key=lambda item: (-item.n_lent, item.title))
        return ranked[:n_most]

    def search(self, word):
        word = word.lower()
        return [item for item in self.items.values() if word in item.title.lower()]

    def by_decade(self):
        decades = {}
        for item in self.items.values():
            decade = item.year // 10 * 10
            decades.setdefault(decade, []).append(item.title)
        return decades


def money(cents):
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}"


def words_of(line):
    """Words of a line; quotes hold words together."""
    words = []
    current = ""
    is_quoted = False
    for character in line:
        if character == '"':
            is_quoted = not is_quoted
        elif character == " " and not is_quoted:
            if current:
                words.append(current)
            current = ""
        else:
            current += character
    if current:
        words.append(current)
    return words


def number_of(word):
    try:
        return int(word)
    except ValueError:
        raise LibraryError(f"{word!r} is no number") from None


def run(library, line):
    """Runs a command; what it answers."""
    words = words_of(line)
    if not words:
        return ""
    command, rest = words[0], words[1:]
    if command == "book":
        title, year, author, n_pages = rest
        number = len(library.items) + 1
        return library.add(Book(number, title, number_of(year), author, number_of(n_pages))).describe()
    if command == "film":
        title, year, minutes = rest
        number = len(library.items) + 1
        return library.add(Film(number, title, number_of(year), number_of(minutes))).describe()
    if command == "join":
        return f"welcome, {library.join(rest[0]).name}"
    if command == "lend":
        loan = library.lend(number_of(rest[0]), rest[1])
        return f"{loan.member.name} has {loan.item.title}"
    if command == "return":
        fine = library.take_back(number_of(rest[0]))
        return f"fine {money(fine)}" if fine else "in time"
    if command == "days":
        library.pass_days(number_of(rest[0]))
        return f"day {library.day}"
    if command == "search":
        return ", ".join(item.title for item in library.search(rest[0])) or "nothing"
    raise LibraryError(f"unknown command {command!r}")


def play(library, script):
    n_refused = 0
    for line in script.strip().splitlines():
        try:
            answer = run(library, line.strip())
        except NotFound as error:
            n_refused += 1
            answer = f"not found: {error} [{error.what}]"
        except LibraryError as error:
            n_refused += 1
            answer = f"refused: {error}"
        except (ValueError, IndexError) as error:
            n_refused += 1
            answer = f"wrong words: {error}"
        library.log.append(answer)
        print(f"> {line.strip():<42} {answer}")
    return n_refused


def report(library):
    print(f"{'title':<24}{'year':>6}{'lent':>6}")
    for item in library.popular(4):
        print(f"{item.title:<24}{item.year:>6}{item.n_lent:>6}")
    for decade, titles in sorted(library.by_decade().items()):
        print(f"{decade}s: {'; '.join(sorted(titles))}")
    for loan in library.late():
        print(f"late: {loan.item.title} of {loan.member.name}, {library.day - loan.day} days")
    for name in sorted(library.members):
        member = library.members[name]
        print(member, member.history)
    total = sum(member.fines for member in library.members.values())
    print("fines", money(total), "longest answer", max(len(answer) for answer in library.log))


SCRIPT = """
book "The Sea" 1931 Woolf 324
book Emma 1815 Austen 474
book "War and Peace" 1869 Tolstoy 1225
film Metropolis 1927 153
film Alien 1979 117
join Ada
join Bob
join Ada
lend 1 Ada
lend 1 Bob
lend 4 Ada
lend 5 Ada
lend 2 Ada
days 10
return 4
return 4
lend 9 Bob
lend 3 Cid
lend x Bob
lend 2 Bob
days 30
return 2
search e
search zebra
book "No Year" then Somebody 1
dance
lend
"""

if __name__ == "__main__":
    town = Library()
    refused = play(town, SCRIPT)
    report(town)
    print(refused, "commands refused;", [item for item in town.items.values() if item.n_lent == 0])
