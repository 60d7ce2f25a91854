# `__dict__` of objects that may lack some attributes: those that a branch of `__init__` assigns, or another method.
class Task:
    kind = "task"

    def __init__(self, name, urgent=False):
        self.name = name
        if urgent:
            self.deadline = 1
        self.tags = []
        if not name:
            return
        self.key = name[0]

    def start(self):
        self.started = True
        self.steps = 0


for task in Task("tea"), Task("jam", urgent=True), Task("", urgent=True):
    print(task.__dict__)
    task.start()
    print(vars(task), len(vars(task)))


class Job(Task):
    def __init__(self, name):
        super().__init__(name)
        self.owner = "Ann"


job = Job("mow")
job.start()
print(job.__dict__)
print("deadline" in vars(job), "kind" in vars(job), sorted(vars(job)))
