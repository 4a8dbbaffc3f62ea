"""The built site in English and Welsh: addresses, links, the switch, and the mark of every word in the other language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from languages_help import COUNCIL, plan_of, two_languages, whole_site, write
from lxml import html
from playbook_kit.adapters.editions import InEdition
from playbook_kit.pages.search_index import search_records
from playbook_kit.translations.said import said_leaves
from playbook_kit.words import load_words
from site_help import ROOT, nothing, playbook, run

HOST = "https://playbook.example"
MISSING = load_words(ROOT, "cy")[0]("languages.missing")


def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of a built site by its address."""
    return {
        f"/{path.relative_to(site).as_posix().removesuffix('index.html')}": html.document_fromstring(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }  # fmt: skip


@pytest.fixture(scope="module")
def read(welsh_site: Path) -> dict[str, html.HtmlElement]:
    """The pages of the site."""
    return pages(welsh_site)


def welsh(read: dict[str, html.HtmlElement]) -> dict[str, html.HtmlElement]:
    """Those in Welsh."""
    return {place: page for place, page in read.items() if place.startswith("/cy/")}


def texts(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Each run of text that readers meet, attributes among them, with the language that it is marked with."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "head", "title", "meta"):
            continue
        language = element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]
        around = element.xpath("ancestor::*[@lang][1]/@lang")
        for value in (element.text, *(element.get(name) for name in ("aria-label", "placeholder", "alt", "title"))):
            if value and value.strip():
                yield " ".join(value.split()), language
        if element.tail and element.tail.strip():
            yield " ".join(element.tail.split()), around[0] if around else ""


def test_every_page_is_there_in_both(read):
    """Every English page has its Welsh one below /cy/, and the other way about."""
    english = {place for place in read if not place.startswith("/cy/")}
    assert {f"/cy{place}" for place in english} == set(welsh(read)) and len(english) > 20


def test_pages_say_their_language(read):
    """The page says in which language its interface is, and so does each link to the same page in another."""
    nothing(place for place, page in read.items() if page.get("lang") != ("cy" if place.startswith("/cy/") else "en"))


def test_switch_leads_to_the_same_page(read):
    """The switch in the header of every page leads to the same page in the other language, under that one's own name."""
    wrong = []
    for place, page in read.items():
        other = place.removeprefix("/cy") if place.startswith("/cy/") else f"/cy{place}"
        links = page.xpath("//header//nav[@class='pb-languages']//a")
        if place.endswith("404.html"):
            expected = [other]
        else:
            expected = [urljoin(HOST + place, links[0].get("href")).removeprefix(HOST)] if links else []
        link = links[0] if links else None
        is_right = (
            len(links) == 1 and expected == [other] and link.get("rel") == "alternate"
            and link.get("lang") == link.get("hreflang") == ("en" if place.startswith("/cy/") else "cy")
            and link.text_content().strip() == ("English" if place.startswith("/cy/") else "Cymraeg")
        )  # fmt: skip
        if not is_right or urljoin(HOST + place, link.get("href")).removeprefix(HOST) != other:
            wrong.append(place)
    nothing(wrong)


def test_head_names_the_other_language(read):
    """The head of each page gives its whole address in each language, and which is for readers of neither."""
    wrong = []
    for place, page in read.items():
        if place.endswith("404.html"):
            continue
        english = f"{HOST}{place.removeprefix('/cy') if place.startswith('/cy/') else place}"
        given = {
            link.get("hreflang"): link.get("href") for link in page.xpath("//head/link[@rel='alternate'][not(@type)]")
        }
        if given != {"en": english, "cy": english.replace(HOST, f"{HOST}/cy"), "x-default": english}:
            wrong.append((place, given))
    nothing(wrong)


def test_links_lead_somewhere(read, welsh_site):
    """Every link, picture and script of every page leads to a file, and every anchor to a part of its page."""
    wrong = []
    for place, page in read.items():
        ids = {one: set(other.xpath("//@id")) for one, other in read.items()}
        for value in page.xpath(
            "//a/@href | //img/@src | //script/@src | //link[not(@rel='canonical')]/@href | //form/@action"
        ):
            whole = urlsplit(urljoin(HOST + place, value))
            if f"{whole.scheme}://{whole.netloc}" != HOST:
                continue
            path = welsh_site / unquote(whole.path).strip("/")
            is_there = path.is_file() or (whole.path.endswith("/") and (path / "index.html").is_file())
            if not is_there or (whole.fragment and whole.fragment not in ids.get(whole.path, {whole.fragment})):
                wrong.append(f"{place}: {value}")
    nothing(wrong)


def test_welsh_links_stay_in_welsh(read):
    """A link on a Welsh page leads to a Welsh page, but for the switch, files, and the address printed on an English brief."""
    wrong = []
    for place, page in welsh(read).items():
        for link in page.xpath(
            "//a[not(@rel='alternate')][@href][not(starts-with(@href, 'https:') and ancestor::*[@lang='en'])]"
        ):
            whole = urlsplit(urljoin(HOST + place, link.get("href")))
            is_page = f"{whole.scheme}://{whole.netloc}" == HOST and not re.search(r"\.\w+$", whole.path)
            if is_page and not whole.path.startswith("/cy/"):
                wrong.append(f"{place}: {link.get('href')}")
    nothing(wrong)


def leaves(values: dict) -> Iterator[str]:
    """Every word of the interface."""
    for value in values.values():
        yield from leaves(value) if isinstance(value, dict) else [str(value)]


def test_no_english_interface_word_on_a_welsh_page(read):
    """Nothing that the interface says in English stands on a Welsh page, unless it is marked as English."""
    welsh_words = set(leaves(load_words(ROOT, "cy")[0].values))
    english = {" ".join(one.split()) for one in leaves(load_words(ROOT)[0].values) if one.strip()} - welsh_words
    met = [
        f"{place}: {text}"
        for place, page in welsh(read).items()
        for text, language in texts(page)
        if language == "cy" and text in english
    ]
    nothing(met)
    assert any(language == "en" and text in english for page in read.values() for text, language in texts(page))


def test_english_is_marked_on_welsh_pages(read, bilingual):
    """What is not translated stands on Welsh pages in English and is marked so, wherever it is shown; the rest is not."""
    plan = plan_of(bilingual)
    english, own = (plan.edition(one).playbook for one in ("en", "cy"))
    translated = {(one.kind, one.id) for one in own.everything() if one.language == "cy"}
    said = {
        " ".join(text.split()) for one in english.everything() if one.kind != "source" and (one.kind, one.id) not in translated
        for _, text in said_leaves(one.model) if not re.search(r"[\[\]*`]", text)
    }  # fmt: skip
    same = {
        " ".join(text.split()) for one in own.everything() if one.language == "cy" for _, text in said_leaves(one.model)
    }
    same |= {" ".join(one.split()) for one in leaves(load_words(ROOT, "cy")[0].values)}
    assert translated == {("argument", "same-as-the-phone"), ("chapter", "policy")}
    met = [
        (place, text, language)
        for place, page in welsh(read).items()
        for text, language in texts(page)
        if text.strip("“”") in said - same
    ]
    nothing(one for one in met if one[2] != "en")
    assert len({text for _, text, _ in met}) > 40
    own_words = same - said - set(leaves(load_words(ROOT, "cy")[0].values))
    nothing(
        (place, text)
        for place, page in welsh(read).items()
        for text, language in texts(page)
        if language == "en" and text in own_words
    )


def test_page_says_that_it_is_in_english(read):
    """A Welsh page whose text is not translated says so in Welsh; one that is translated, and an English one, do not."""
    words = load_words(ROOT, "cy")[0]
    missing = words("languages.missing")
    says = {place for place, page in read.items() if missing in page.text_content()}
    assert {"/cy/objections/time-wasting/", "/cy/", "/cy/about/", "/cy/should-i-reply/"} <= says
    assert not says & {
        "/cy/playbook/policy/",
        "/cy/arguments/same-as-the-phone/",
        "/cy/objections/",
        "/cy/search/",
        "/cy/404.html",
    }
    assert all(place.startswith("/cy/") for place in says)


def test_headings_keep_their_anchors(read):
    """A translated chapter's parts have the anchors of the English ones, and its lists of advice the same look."""
    english, own = read["/playbook/policy/"], read["/cy/playbook/policy/"]
    ids = [page.xpath("//main//h2/@id | //main//h3/@id") for page in (english, own)]
    assert ids[0] == ids[1] and "what-you-need-to-do" in ids[0]
    for name in ("pb-do", "pb-do-not"):
        assert len(english.xpath(f"//ul[@class='{name}']")) == len(own.xpath(f"//ul[@class='{name}']")) == 1
    assert own.xpath("//ul[@class='pb-do']//text()")[1].startswith("ysgrifennwch")


def test_messages_are_marked_as_english(read):
    """On the Welsh page of all messages, reasons, facts and messages are marked as English, and what leads to them is not."""
    met = {text: language for text, language in texts(read["/cy/maintaining/messages/"])}
    assert met["A reader who meets a dead link stops trusting the rest."] == met["A slip is refused."] == "en"
    assert met["a.md:1:1: It is a slip. (link) Mend it."] == "en"
    words = load_words(ROOT, "cy")[0]
    assert met[words("messages.groups.ids")] == met[words("pages.messages.title")] == "cy"
    assert read["/cy/maintaining/messages/"].xpath("//h3/@id") == read["/maintaining/messages/"].xpath("//h3/@id")


def test_files_are_marked_as_english(read):
    """A brief and a template's document are there in English alone: their links on Welsh pages say so."""
    links = [
        link
        for page in welsh(read).values()
        for link in page.xpath("//a[contains(@href, '.pdf') or contains(@href, '.docx') or contains(@href, '.odt')]")
    ]
    assert len(links) >= 6
    marked = "(yn Saesneg)"
    nothing(
        html.tostring(link) for link in links
        if (link.get("hreflang") != "en" and not link.xpath("ancestor::*[@lang='en']"))
        or (marked not in (link.tail or "") and not link.xpath("ancestor::*[@lang='en']"))
    )  # fmt: skip


def test_council_s_own_words(read):
    """The council's Welsh name and footer stand on Welsh pages; what it has not said in Welsh is marked as English."""
    page = read["/cy/playbook/policy/"]
    assert (
        page.xpath("string(//a[@class='pb-header__name'])").strip()
        == "Cyngor Unrhywle: llawlyfr cyfryngau cymdeithasol"
    )
    assert page.xpath("string(//div[@class='pb-footer__council'])").strip() == "Y tîm gwe sy’n ei gadw."
    banner = page.xpath("//aside[@class='pb-announcement']//p")[0]
    assert banner.xpath("ancestor::*[@lang][1]/@lang") == ["en"]
    assert (
        read["/playbook/policy/"].xpath("string(//a[@class='pb-header__name'])").strip()
        == "Anytown Council: social media playbook"
    )


def test_search_index_of_each_language(welsh_site):
    """Each language has its own index: Welsh addresses, Welsh words where there are any, and the rest marked as English."""
    english, own = (
        [json.loads(path.read_text(encoding="utf-8")) for path in sorted(welsh_site.glob(f"search/{one}/record-*.json"))]
        for one in ("en", "cy")
    )
    assert len(english) == len(own) > 0
    assert all(record["address"].startswith("cy/") for record in own)
    by_title = {record["title"]: record for record in own}
    assert "lang" not in by_title["Yr un peth â’r ffôn"] and by_title["“Staff will waste time”"]["lang"] == "en"
    said = [one for one in by_title["“Staff will waste time”"]["sections"] if one.get("heading") == "Yr un peth â’r ffôn"]
    assert [one["lang"] for one in said] == ["cy"]
    assert not any(record["address"].startswith("cy/") or "lang" in record for record in english)
    assert not any("lang" in one for record in english for one in record["sections"])
    labels = json.loads((welsh_site / "search/cy.json").read_text(encoding="utf-8"))["for"]
    assert labels["managers"] == "Rheolwyr"


def test_advice_is_found_in_welsh(bilingual):
    """A translated chapter's lists of advice are found by themselves too, under the anchor that they have in English."""
    edition = plan_of(bilingual).edition("cy")
    found = {record.address: record for record in search_records(edition.playbook, edition.words) if record.kind == "advice"}
    advice = found["cy/playbook/policy/#do"]
    assert advice.language == "" and advice.sections[0].heading == "Gwnewch" and "managers" in advice.audiences


def test_forms_in_welsh(read):
    """A form asks in Welsh and marks the model's hints and examples; what becomes of its answers is as in English."""
    page, english = read["/cy/contribute/wording/"], read["/contribute/wording/"]
    form, other = (one.xpath("//div[@data-pb='contribute']")[0] for one in (page, english))
    assert "Y frawddeg a glywsoch" in page.xpath("string(//label[@for='ask-heard'])")
    assert page.xpath("//p[@id='ask-heard-hint']/span/@lang") == ["en", "en"]
    assert form.get("data-first-language") == "en" and other.get("data-first-language") is None
    rules, theirs = json.loads(form.get("data-rules")), json.loads(other.get("data-rules"))
    fields, labels = ([one for group in some["groups"] for one in group["fields"]] for some in (rules, theirs))
    assert [one["label"] for one in fields] == [one["label"] for one in labels]
    assert fields[1]["shown"] == "Y frawddeg a glywsoch" and not any("shown" in one for one in labels)
    assert rules["said"] == theirs["said"] and rules["noAnswer"] == theirs["noAnswer"]
    foot = read["/cy/objections/time-wasting/"].xpath("//li[@class='pb-foot__add']/a/@href")
    assert foot == ["../../contribute/argument/?objection=time-wasting"]


def test_hidden_made_pages_are_hidden_in_welsh(tmp_path):
    """A page made of many files that the council hides is hidden in each language, with what leads to it."""
    root = two_languages(tmp_path)
    said = COUNCIL.replace("text: We are in the pre-election period.", "text: 'See [the lists](../docs/do-and-dont.md).'")
    write(root, "local/council.yml", f"{said}hide:\n  - {{what: page/do-and-dont, reason: Nobody here asks.}}\n")
    plan = plan_of(root)
    assert not [page.uri for page in plan.pages if page.uri.endswith("do-and-dont.md")]
    assert "do-and-dont.md" not in next(page.body for page in plan.pages if page.uri == "cy/playbook/index.md")
    assert {"do-and-dont.md", "cy/do-and-dont.md"} <= plan.hidden
    shows = {one.language: InEdition(plan, one).values["shows"] for one in plan.editions}
    assert not shows["cy"]("do-and-dont.md") and shows["cy"]("my-case.md") and shows["en"]("my-case.md")
    assert plan.edition("cy").settings.announcement == "See the lists."


def test_not_found_in_welsh(read):
    """The page of what is not found is there in Welsh, with its search, its lists and its links from the site's root."""
    page = read["/cy/404.html"]
    assert page.xpath("string(//h1)") == "Nid oes tudalen yma"
    assert page.xpath("//main//form/@action") == ["/cy/search/"] and page.xpath("//main//p/a/@href") == [
        "/cy/objections/"
    ]
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["/assets/playbook.css"]


def test_cards_are_drawn_once_for_untranslated_pages(read, welsh_site):
    """A page whose text is in English shares the English page's picture; a translated one has its own."""
    shared, own = (
        read[f"/cy/{place}/"].xpath("string(//meta[@property='og:image']/@content)")
        for place in ("objections/time-wasting", "playbook/policy")
    )
    assert (
        shared == f"{HOST}/assets/cards/objections/time-wasting.png"
        and own == f"{HOST}/assets/cards/cy/playbook/policy.png"
    )
    assert (welsh_site / "assets/cards/cy/playbook/policy.png").is_file()
    assert not (welsh_site / "assets/cards/cy/objections/time-wasting.png").exists()


def test_folder_links_name_files(welsh_folder):
    """In a folder that readers open themselves, the switch and every link of a Welsh page name a file that is there."""
    wrong = []
    for path in sorted((welsh_folder / "cy").rglob("*.html")):
        if path.name == "404.html":
            continue
        for value in html.document_fromstring(path.read_text(encoding="utf-8")).xpath(
            "//a/@href | //script/@src | //link[@rel='stylesheet']/@href"
        ):
            if urlsplit(value).scheme or value.startswith("#"):
                continue
            if not (path.parent / unquote(urlsplit(value).path)).resolve().is_file():
                wrong.append(f"{path.relative_to(welsh_folder)}: {value}")
    nothing(wrong)


def test_order_decides_the_default(tmp_path):
    """The first language that the council names is the one for readers of neither; addresses stay as they are."""
    root = whole_site(tmp_path / "playbook")
    text = (root / "local/council.yml").read_text(encoding="utf-8").replace("[en, cy]", "[cy, en]")
    (root / "local/council.yml").write_text(text, encoding="utf-8")
    plan = plan_of(root)
    assert [one.language for one in plan.editions] == ["cy", "en"]
    assert {page.uri for page in plan.pages} >= {"index.md", "cy/index.md"}
    assert plan.settings.language == "en"


def test_api_says_which_languages(welsh_site):
    """The data for machines is in English and says of each item in which languages it is there."""
    items = {
        name: json.loads((welsh_site / f"api/v1/{name}.json").read_text(encoding="utf-8"))["items"]
        for name in ("arguments", "objections", "chapters", "case-studies")
    }
    assert {name: [one["languages"] for one in found] for name, found in items.items()} == {
        "arguments": [["en", "cy"]], "objections": [["en"]], "chapters": [["en", "cy"]], "case-studies": [["en"]],
    }  # fmt: skip
    assert items["arguments"][0]["title"] == "Same as the phone"


def test_another_engine_builds_both(bilingual, tmp_path):
    """The staged tree has every page of both languages, what is Welsh marked as Welsh; an engine without our hooks builds it."""
    staged = playbook(bilingual, "stage", tmp_path / "staged", "--today", "2026-11-21")
    assert staged.returncode == 0, staged.stdout
    text = (tmp_path / "staged/docs/cy/objections/time-wasting.md").read_text(encoding="utf-8")
    assert '# <span lang="en">“Staff will waste time”</span>' in text and '<div lang="cy" markdown>' in text
    assert MISSING in text
    built = run(bilingual, "-m", "mkdocs", "build", "--strict", "-q", "-f", tmp_path / "staged/mkdocs.yml", "-d", tmp_path / "site")
    assert built.returncode == 0, built.stderr
    page = html.document_fromstring((tmp_path / "site/cy/playbook/policy/index.html").read_text(encoding="utf-8"))
    heading = page.xpath("//h2[@id='why']")[0]
    assert heading.text_content().startswith("Pam") and heading.xpath("ancestor::*[@lang][1]/@lang") == ["cy"]
