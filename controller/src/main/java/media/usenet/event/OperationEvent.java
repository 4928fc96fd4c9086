package media.usenet.event;

/// What followers of an operation are told: its steps, then its end.
sealed interface OperationEvent {

    record Told(Step step) implements OperationEvent {}

    record Ended(Operation operation) implements OperationEvent {}
}
