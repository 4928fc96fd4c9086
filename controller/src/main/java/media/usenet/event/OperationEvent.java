package media.usenet.event;

/// What followers of an operation are told, numbered from 1: its steps, then its end.
sealed interface OperationEvent {

    long number();

    record Told(long number, Step step) implements OperationEvent {}

    record Ended(long number, Operation operation) implements OperationEvent {}
}
