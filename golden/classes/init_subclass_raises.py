# What `__init_subclass__` raises is caught around the class statement.
class Base:
    names: list[str] = []

    def __init_subclass__(cls) -> None:
        print("made", cls.__name__)
        if cls.__name__ in Base.names:
            raise ValueError("duplicate " + cls.__name__)
        Base.names.append(cls.__name__)


class One(Base):
    pass


def main() -> None:
    print("start")
    try:
        class Two(Base):
            pass

        print(Base.names)
    except ValueError as e:
        print(e)
    try:
        class One(Base):
            pass
    except ValueError as e:
        print(e)


main()
