"""The command line, `wireledger …`: what the Dagster assets do, without Dagster, and a look at what was published.

One module a command; what they share stands in `console`. Heavy imports are local to the commands, so that `--help` is
quick.
"""

import click

from pipeline.cli.console import EXIT_CODES
from pipeline.cli.diff import diff as diff_command
from pipeline.cli.evaluate import evaluate as evaluate_command
from pipeline.cli.explain import explain as explain_command
from pipeline.cli.publish import publish as publish_command
from pipeline.cli.show import show as show_command
from pipeline.cli.text import text as text_command
from pipeline.cli.verify import verify as verify_command
from pipeline.fingerprint import is_compiled

_COMPILED = " (compiled core)" if is_compiled() else ""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EXIT_CODES)
@click.version_option(package_name="wireledger", message=f"%(prog)s %(version)s{_COMPILED}")
def main() -> None:
    """News articles to tables that an analyst can cite: dated events, trade figures and officials.

    Each row is tied to the sentence that states it. Releases are folders of Parquet and CSV files that never change.

    \b
    Examples:
      wireledger publish                read data/raw, publish a release below data/curated
      wireledger show                   what the newest release holds
      wireledger show events --limit 3  its first rows
      wireledger diff 1.0.0 1.1.0       what moved between two releases
    """


for command in (
    publish_command,
    show_command,
    diff_command,
    verify_command,
    text_command,
    explain_command,
    evaluate_command,
):
    main.add_command(command)
