//! Tasks (改进事项): what a drill showed to be improved, by whom and by when (clause 2.1.5).

use chrono::NaiveDate;

use crate::words;

words! {
    /// The state of a task (改进事项状态).
    TaskState {
        Open = "OPEN", "待办", "Open";
        Overdue = "OVERDUE", "已逾期", "Overdue";
        Done = "DONE", "已完成", "Done";
        Dropped = "DROPPED", "已撤销", "Dropped";
    }
}

/// What is known of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskFacts {
    /// The day by whose end it is due.
    pub due_on: NaiveDate,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// The day on which its drill was voided, and it with it.
    pub dropped_on: Option<NaiveDate>,
}

/// Its state on a day, computed and never stored.
pub fn state(task: TaskFacts, today: NaiveDate) -> TaskState {
    match task {
        TaskFacts { done_on: Some(_), .. } => TaskState::Done,
        TaskFacts { dropped_on: Some(_), .. } => TaskState::Dropped,
        TaskFacts { due_on, .. } if today > due_on => TaskState::Overdue,
        _ => TaskState::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_is_overdue_from_the_day_after_it_is_due_until_it_is_done() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let open = TaskFacts { due_on: day("2023-06-30"), done_on: None, dropped_on: None };
        assert_eq!(state(open, day("2023-06-30")), TaskState::Open);
        assert_eq!(state(open, day("2023-07-01")), TaskState::Overdue);
        assert_eq!(state(TaskFacts { done_on: Some(day("2023-07-02")), ..open }, day("2023-07-03")), TaskState::Done);
        assert_eq!(state(TaskFacts { dropped_on: Some(day("2023-07-02")), ..open }, day("2023-07-03")), TaskState::Dropped);
    }
}
