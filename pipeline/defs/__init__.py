"""Everything that knows Dagster: assets, checks, the job, its triggers and resources; `definitions` collects it.

Thin: what an asset does stands in a function of another room, and `pipeline.run` has the same stages for the command.
Nothing outside this package imports Dagster.
"""
