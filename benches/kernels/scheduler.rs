struct Task {
    name: String,
    work: i64,
    runs: i64,
    kind: Kind,
}

enum Kind {
    Batch,
    Interactive { think: i64 },
    Periodic { period: i64 },
}

impl Task {
    fn new(name: String, work: i64, kind: Kind) -> Task {
        Task { name, work, runs: 0, kind }
    }

    fn step(&mut self, clock: i64) -> i64 {
        match self.kind {
            Kind::Batch => self.work_by(3),
            Kind::Interactive { think } => {
                self.runs += 1;
                if clock % think == 0 {
                    return 0;
                }
                self.work -= 1;
                1
            }
            Kind::Periodic { period } => if clock % period == 0 { self.work_by(3) } else { 0 },
        }
    }

    fn work_by(&mut self, amount: i64) -> i64 {
        self.runs += 1;
        self.work -= amount;
        amount
    }

    fn done(&self) -> bool {
        self.work <= 0
    }
}

#[derive(Default)]
struct Scheduler {
    tasks: Vec<Task>,
    finished: Vec<Task>,
    clock: i64,
    used: i64,
}

impl Scheduler {
    fn run(&mut self) {
        while !self.tasks.is_empty() {
            let mut waiting = Vec::new();
            for mut task in std::mem::take(&mut self.tasks) {
                self.used += task.step(self.clock);
                self.clock += 1;
                if task.done() {
                    self.finished.push(task);
                } else {
                    waiting.push(task);
                }
            }
            self.tasks = waiting;
        }
    }
}

fn main() {
    let n = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).expect("a number");
    let mut scheduler = Scheduler::default();
    for i in 0..n {
        scheduler.tasks.push(Task::new(format!("batch {i}"), 60 + i % 50, Kind::Batch));
        let kind = Kind::Interactive { think: 2 + i % 7 };
        scheduler.tasks.push(Task::new(format!("shell {i}"), 20 + i % 30, kind));
        let kind = Kind::Periodic { period: 3 + i % 5 };
        scheduler.tasks.push(Task::new(format!("timer {i}"), 30 + i % 11, kind));
    }
    scheduler.run();
    let runs: i64 = scheduler.finished.iter().map(|task| task.runs).sum();
    println!("{} {} {runs}", scheduler.clock, scheduler.used);
    let finished = &scheduler.finished;
    println!("{} {}", finished[0].name, finished[finished.len() - 1].name);
}
