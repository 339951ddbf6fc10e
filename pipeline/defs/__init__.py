"""Dagster, and nothing but Dagster: assets, checks, sensors, schedules, jobs. Each calls one function of another room."""
