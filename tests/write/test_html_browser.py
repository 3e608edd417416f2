"""The HTML page in a browser: its cards by mouse and keyboard, on a phone, in the dark and in print."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.conftest import required_tool
from tests.write.sample import sample

from casewright.write.html import write_html

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 8_000  # milliseconds until a wait is given up
CARD = "#fact-card"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium-browser") or shutil.which("google-chrome") or required_tool("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    given = sample()
    file: Path = tmp_path_factory.mktemp("page") / "manuscript.html"
    file.write_bytes(write_html(given.document, given.profile, given.case, given.images))
    return file.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a desk; whatever it complains of or asks for from elsewhere fails the test."""
    context = browser.new_context(viewport={"width": 1100, "height": 800})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
    page.goto(address)
    yield page
    context.close()
    assert faults == []


def leukocytes(page: Page, place: int = 0) -> object:
    return page.locator('[data-fact="labs.leukocytes"]').nth(place)


def test_hovering_shows_the_fact_and_leaving_hides_it(page: Page) -> None:
    leukocytes(page).hover()
    page.locator(CARD).wait_for()
    shown = page.locator(CARD).inner_text()

    assert "6800 /uL" in shown
    assert "written in manuscript/case.yaml:12:3" in shown
    assert "labs leukocytes" in shown
    assert page.locator(f"{CARD} a").count() == 3
    page.mouse.move(5, 790)
    page.locator(CARD).wait_for(state="detached")


def test_the_pointer_may_move_into_the_card(page: Page) -> None:
    leukocytes(page).hover()
    page.locator(CARD).wait_for()
    box = page.locator(CARD).bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=6)
    page.wait_for_timeout(400)

    assert page.locator(CARD).is_visible()


def test_focus_shows_the_card_and_escape_closes_it(page: Page) -> None:
    fact = leukocytes(page)
    fact.focus()
    page.locator(CARD).wait_for()

    assert fact.get_attribute("aria-expanded") == "true"
    assert fact.get_attribute("aria-controls") == "fact-card"
    described = page.locator(f"#{fact.get_attribute('aria-describedby')}").inner_text()
    assert "6800 /uL" in described
    page.keyboard.press("Escape")
    assert page.locator(CARD).count() == 0
    assert fact.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.dataset.fact") == "labs.leukocytes"


def test_the_tab_key_goes_from_fact_to_fact_and_into_the_card(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "fact-1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#fact-card') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "fact-1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "fact-2"


def test_enter_opens_a_card_that_was_closed(page: Page) -> None:
    leukocytes(page).focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")

    assert page.locator(CARD).is_visible()


def test_a_link_of_the_card_leads_to_the_other_place_and_shows_its_card(page: Page) -> None:
    leukocytes(page).focus()
    target = page.locator(f"{CARD} a").nth(1).get_attribute("href")
    page.locator(f"{CARD} a").nth(1).click()

    assert f"#{page.evaluate('document.activeElement.id')}" == target
    assert page.url.endswith(target)
    assert page.locator(CARD).count() == 1
    assert page.locator(target).get_attribute("aria-expanded") == "true"
    assert target not in [link.get_attribute("href") for link in page.locator(f"{CARD} a").all()]


def test_all_places_of_the_fact_are_marked_while_its_card_is_open(page: Page) -> None:
    leukocytes(page).focus()
    assert page.locator(".fact.same").count() == page.locator('[data-fact="labs.leukocytes"]').count() == 4
    page.keyboard.press("Escape")
    assert page.locator(".fact.same").count() == 0


def test_a_derived_fact_shows_its_formula(page: Page) -> None:
    page.locator('[data-fact="interval"]').first.focus()

    shown = page.locator(CARD).inner_text()

    assert "= operation - biopsy, in whole days" in shown
    assert "computed from manuscript/case.yaml:20:3" in shown


def test_a_fact_that_stands_once_says_so(page: Page) -> None:
    page.locator('[data-fact="level"]').focus()

    assert "stands in this place only" in page.locator(CARD).inner_text()


def test_the_card_adds_nothing_to_the_text_once_it_is_closed(page: Page) -> None:
    before = page.locator("article").inner_text()
    leukocytes(page).focus()
    page.keyboard.press("Escape")

    assert page.locator("article").inner_text() == before


@pytest.mark.parametrize("place", range(4))
def test_the_card_stays_on_the_screen(page: Page, place: int) -> None:
    leukocytes(page, place).scroll_into_view_if_needed()
    leukocytes(page, place).focus()
    box = page.locator(CARD).bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1100
    assert page.evaluate("document.documentElement.scrollWidth") <= 1100


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_without_scrolling_sideways(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, color_scheme=scheme)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    leukocytes(page).tap()
    page.wait_for_timeout(400)
    box = page.locator(CARD).bounding_box()

    assert (box["x"], box["width"]) == (0, 360)
    fact = leukocytes(page).bounding_box()
    assert fact["y"] + fact["height"] <= box["y"]
    assert box["y"] + box["height"] == pytest.approx(640, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert contrast(page, "body") >= 7
    assert contrast(page, ".run-in") >= 4.5
    context.close()


def test_print_shows_the_words_and_hides_the_apparatus(page: Page) -> None:
    leukocytes(page).focus()
    page.emulate_media(media="print")
    style = page.locator(".fact").first.evaluate(
        "e => [getComputedStyle(e).borderBottomStyle, getComputedStyle(e).backgroundColor]"
    )

    assert style == ["none", "rgba(0, 0, 0, 0)"]
    assert not page.locator(CARD).is_visible()
    assert not any(arrow.is_visible() for arrow in page.locator(".back").all())
    assert page.locator("h1").is_visible()


def contrast(page: Page, selector: str) -> float:
    """The contrast of an element's text with the page, by WCAG 2.2's relative luminance."""
    colours = page.locator(selector).first.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    )
    bright, dark = sorted((luminance(colour) for colour in colours), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
