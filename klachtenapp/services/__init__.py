"""The use cases: functions ``(ctx, …)`` that window, command line and tests all call."""
