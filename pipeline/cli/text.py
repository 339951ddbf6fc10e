"""`wireledger text`: an article's text as decoded, the one that every row's offsets count in."""

from pathlib import Path

import click

from pipeline.cli.console import EXIT_CODES, BadInputError, plain_errors, raw_option


@click.command(short_help="An article's text, as offsets count it.", epilog=EXIT_CODES)
@click.argument("article_id")
@raw_option
@plain_errors
def text(article_id: str, raw: Path) -> None:
    """Print the text of the article ARTICLE_ID as the pipeline reads it, and nothing else.

    The columns char_start and char_end of a fact count the Unicode code points of this text. It is taken from the raw
    folder, which must be the one that the release was made from; releases hold the paragraphs, not the files.

    \b
    Examples:
      wireledger text 0123456789abcdef
      wireledger text 0123456789abcdef --raw ~/articles > article.txt
    """
    from pipeline.run import take_in

    for article in take_in(raw).articles:
        if article.article_id == article_id:
            click.echo(article.text.encode("utf-8", "surrogatepass"), nl=False)
            return
    raise BadInputError(f"no article {article_id!r} below {raw}; ids stand in the column article_id of a release")
