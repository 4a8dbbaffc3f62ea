"""The MkDocs hook: each event hands its work to the package. Loaded once per process by `mkdocs.yml`."""

from playbook_kit.adapters import mkdocs_events as adapter


def on_config(config):
    """Check the content and plan the pages before MkDocs touches the site's folder."""
    return adapter.prepare(config)


def on_files(files, config):
    """Put the planned pages in place of the files in docs/."""
    return adapter.place_files(files, config)


def on_nav(nav, config, files):
    """Turn the pages' Markdown into HTML, all that have changed at once."""
    return adapter.render_pages(nav, config, files)


def on_env(env, config, files):
    """Give the templates their words."""
    return adapter.equip_templates(env, config)


def on_page_markdown(markdown, page, config, files):
    """Give the page the facts that its template shows."""
    return adapter.describe_page(markdown, page, config, files)


def on_page_context(context, page, config, nav):
    """Give the page's template the words of its language."""
    return adapter.speak(context, page, config)


def on_template_context(context, template_name, config):
    """Give a template that is no page the words of its language."""
    return adapter.speak(context, None, config, template_name)


def on_page_content(html, page, config, files):
    """Take out of the page whatever could run in a reader's browser."""
    return adapter.clean(html, page)
