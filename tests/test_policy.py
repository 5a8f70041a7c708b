"""An administrator's policies: read from the file and the registry, and enforced whichever way a user tries."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest

from delegate_desk import paths, policy, settings
from delegate_desk.cli.main import DONE, REFUSED
from delegate_desk.core.library.policies import PolicyError
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk, require_library
from delegate_desk.libraries import prepare_samples, restore_into
from delegate_desk.services.library import encryption
from delegate_desk.settings import Settings
from support.command_line import Shell
from support.document_values import quiet_hours
from support.policies import SetPolicies, set_policies

__all__ = ["set_policies"]
ROOT = Path(__file__).resolve().parent.parent
WORDS = "eight quiet words"


def refusal(way: Callable[[], Any]) -> str:
    with pytest.raises(PolicyError) as found:
        way()
    return found.value.explain()


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    made = Shell(tmp_path / "library", capsys)
    made.json("import", quiet_hours(tmp_path))
    return made


# The file and the registry


def test_a_value_alone_is_a_default_a_locked_value_locked_and_what_is_forbidden_always() -> None:
    found = policy.parse({"Delegation": "EL", "InterfaceLanguage": {"Value": "el", "Locked": True}, "Hologram": 3})
    assert found.values == {"Delegation": "EL", "InterfaceLanguage": "el"}
    assert found.locked == {"InterfaceLanguage"}
    for forbids, is_locked in product((False, True), repeat=2):
        values = {"RequireEncryption": forbids, "AllowSharedFolder": not forbids}
        found = policy.parse({name: {"Value": value, "Locked": is_locked} for name, value in values.items()})
        assert found.locked == (set(values) if forbids else set()), (forbids, is_locked)
        assert policy.parse(values) == found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RequireEncryption", "yes"),
        ("RequireEncryption", 1),
        ("ReadingLanguages", "el"),
        ("ReadingLanguages", [1]),
        ("InterfaceLanguage", "xx"),
        ("LibraryFolder", "library"),
        ("LibraryFolder", ["/a"]),
        ("Delegation", {"Value": 3}),
        ("Delegation", {"Locked": True}),
    ],
)
def test_a_value_that_a_policy_cannot_have_is_named(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=name):
        policy.parse({name: value})


LETTER = str(Path("/share/athens/letter.dotx").absolute())


def test_folders_name_variables_and_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("SITE", "athens")
    found = policy.parse({"LibraryFolder": "~/council", "ExportTemplate": LETTER.replace("athens", "$SITE")})
    assert found.values == {"LibraryFolder": str(tmp_path / "council"), "ExportTemplate": LETTER}


def test_the_registry_says_the_same_in_its_own_types() -> None:
    key = {"RequireEncryption": 1, "ReadingLanguages": "el, fr", "Delegation": "EL", "DelegationLocked": 1, "Other": 2}
    found = policy.parse(policy.from_registry(key))
    assert found.values == {"RequireEncryption": True, "ReadingLanguages": ["el", "fr"], "Delegation": "EL"}
    assert found.locked == {"RequireEncryption", "Delegation"}
    for stored in (["el", "fr"], "el,fr"):
        read = policy.parse(policy.from_registry({"ReadingLanguages": stored}))
        assert read.values == {"ReadingLanguages": ["el", "fr"]}
    for wrong in (3, b"el", None):
        with pytest.raises(ValueError, match="ReadingLanguages"):
            policy.parse(policy.from_registry({"ReadingLanguages": wrong}))


@pytest.mark.parametrize("code", ["gr", "XX", "EL "])
def test_with_the_code_of_no_delegation_no_library_opens(code: str, tmp_path: Path, set_policies: SetPolicies) -> None:
    set_policies(Delegation=code)
    assert f"({code} is the code of no delegation)" in refusal(lambda: open_desk(tmp_path / "library"))


def test_a_fault_names_the_registry_where_it_is_there(
    set_policies: SetPolicies, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policies(Delegation="EL")
    monkeypatch.setattr(policy, "_registry_policies", lambda: policy.from_registry({"ReadingLanguages": 3}))
    assert policy.current().fault == f"{policy.REGISTRY}: ReadingLanguages has a value that it cannot have"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"policies": 3}', '{"policies": {"Delegation": 3}}', "\udc80"])
def test_with_a_file_that_cannot_be_read_no_library_opens(
    content: str, tmp_path: Path, set_policies: SetPolicies
) -> None:
    set_policies()
    policy.file().write_bytes(content.encode("utf-8", "surrogateescape"))
    policy.read.cache_clear()
    sentence = refusal(lambda: open_desk(tmp_path / "library"))
    assert "cannot be read" in sentence
    assert "policies.json" in sentence
    assert settings.load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_the_encodings_of_windows_editors(encoding: str, set_policies: SetPolicies) -> None:
    set_policies()
    place = Path("/Βιβλιοθήκη").absolute()
    given = json.dumps({"policies": {"LibraryFolder": str(place)}}, ensure_ascii=False)
    policy.file().write_text(given, encoding=encoding)
    policy.read.cache_clear()
    assert policy.current().library == place


def test_without_a_file_all_is_free_and_a_library_is_where_it_is_put(tmp_path: Path, set_policies: SetPolicies) -> None:
    assert policy.current() == policy.Policy()
    open_desk(tmp_path / "library").close()
    set_policies(locked=False, LibraryFolder=str(tmp_path / "council"))
    assert paths.default_library() == tmp_path / "council"
    open_desk(tmp_path / "another").close()


# Settings


def test_a_default_holds_until_a_choice_and_a_locked_setting_always(tmp_path: Path, set_policies: SetPolicies) -> None:
    file = tmp_path / "settings.json"
    set_policies(locked=False, InterfaceLanguage="el", ReadingLanguages=["el", "fr"])
    assert settings.load(file).language == "el"
    settings.save(file, Settings(language="fr"))
    assert settings.load(file).language == "fr"
    set_policies(InterfaceLanguage="el", ReadingLanguages=["el"], ExportTemplate=LETTER)
    file.write_text(json.dumps({"language": "fr", "reading_languages": ["fr"], "export_template": "", "theme": "dark"}))
    found = settings.load(file)
    assert (found.language, found.reading_languages, found.export_template) == ("el", ["el"], LETTER)
    assert found.theme == "dark"


def test_the_values_of_an_administrator_are_not_kept_as_choices(tmp_path: Path, set_policies: SetPolicies) -> None:
    file = tmp_path / "settings.json"
    settings.save(file, Settings(language="fr"))
    set_policies(InterfaceLanguage="el", ReadingLanguages=["el"], ExportTemplate=LETTER)
    settings.save(file, replace(settings.load(file), theme="dark"))
    assert settings.load(file).language == "el"
    set_policies(locked=False, ReadingLanguages=["fr"])
    found = settings.load(file)
    assert (found.language, found.reading_languages, found.export_template, found.theme) == ("fr", ["fr"], "", "dark")
    settings.save(file, replace(found, theme="light"))
    set_policies(locked=False, ReadingLanguages=["el", "en"])
    assert settings.load(file).reading_languages == ["el", "en"]


# The folder of the library


def test_no_other_library_is_opened_made_restored_or_encrypted(
    shell: Shell,
    tmp_path: Path,
    set_policies: SetPolicies,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    backup = tmp_path / "all.ddbackup"
    shell.json("backup", backup)
    set_policies(LibraryFolder=str(tmp_path / "council"))
    open_desk(tmp_path / "council" / ".." / "council").close()
    ways: list[Callable[[], Any]] = [
        lambda: open_desk(tmp_path / "library"),
        lambda: require_library(tmp_path / "library"),
        lambda: finish(encryption.turn_on(tmp_path / "new", WORDS)),
        lambda: finish(restore_into(backup, tmp_path / "restored")),
    ]
    for way in ways:
        assert "council" in refusal(way)
    new = Shell(tmp_path / "new", capsys)
    for where, command in (
        (shell, ("documents",)),
        (shell, ("check",)),
        (shell, ("encrypt",)),
        (new, ("restore", backup)),
    ):
        status, _, err = where.run(*command)
        assert (status, "administrator" in err) == (REFUSED, True), command
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "restored").exists()


# A passphrase


def test_a_library_without_a_passphrase_is_not_opened_until_it_has_one(
    shell: Shell, set_policies: SetPolicies, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policies(RequireEncryption=True)
    for command in (("documents",), ("import", "paper.txt"), ("demo",)):
        status, _, err = shell.run(*command)
        assert (status, "requires an encrypted library" in err) == (REFUSED, True), command
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", WORDS)
    assert shell.json("encrypt") == {"encrypted": True}
    assert shell.json("documents")["documents"]
    status, _, err = shell.run("decrypt")
    assert status == REFUSED
    assert "stays encrypted" in err
    assert shell.json("documents")["documents"]


# The shared folder, the delegation and the template


def test_nothing_is_shared_where_it_is_not_allowed(shell: Shell, tmp_path: Path, set_policies: SetPolicies) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shell.json("share", shared)
    before = sorted(shared.rglob("*"))
    set_policies(AllowSharedFolder=False)
    with open_desk(tmp_path / "library") as desk:
        for way in (lambda: desk.shared_folder.start_sharing(shared), lambda: finish(desk.shared_folder.exchange())):
            assert "shared folders" in refusal(way)
    for command in (("share",), ("share", shared)):
        status, _, err = shell.run(*command)
        assert (status, "shared folders" in err) == (REFUSED, True), command
    assert sorted(shared.rglob("*")) == before


def test_the_delegation_is_the_one_that_is_set(shell: Shell, tmp_path: Path, set_policies: SetPolicies) -> None:
    with open_desk(tmp_path / "library") as desk:
        set_policies(locked=False, Delegation="EL")
        assert desk.positions.delegation() == "EL"
        desk.positions.set_delegation("FR")
        assert desk.positions.delegation() == "FR"
        set_policies(Delegation="EL")
        assert desk.positions.delegation() == "EL"
        desk.positions.set_delegation("EL")
        assert "EL" in refusal(lambda: desk.positions.set_delegation("FR"))
    shell.json("position-set", "7001/26", "3", "--stance", "oppose")
    status, _, err = shell.run("export", "position", "7001/26", "--output", tmp_path / "a.docx", "--delegation", "FR")
    assert (status, "administrator" in err) == (REFUSED, True)
    assert shell.run("export", "position", "7001/26", "--output", tmp_path / "a.docx")[0] == DONE
    assert docx.Document(str(tmp_path / "a.docx")).core_properties.author == "Delegation of Greece"


def test_the_self_test_and_the_samples_run_whatever_is_set(
    tmp_path: Path, set_policies: SetPolicies, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "library"
    set_policies(Delegation="FR", LibraryFolder=str(folder), ExportTemplate=str(tmp_path / "none.docx"))
    monkeypatch.setattr(paths, "demo_library", lambda: tmp_path / "samples")
    finish(prepare_samples(tmp_path / "samples"))
    with open_desk(tmp_path / "samples") as desk:
        assert desk.positions.delegation() == "FR"
    set_policies(RequireEncryption=True, Delegation="FR", LibraryFolder=str(folder))
    assert Shell(folder, capsys).json("check", "--self-test")["ok"]
    assert policy.current().requires_encryption


def test_exports_have_the_template_that_is_set(shell: Shell, tmp_path: Path, set_policies: SetPolicies) -> None:
    house, own, out = (tmp_path / f"{name}.docx" for name in ("house", "own", "out"))
    for file in (house, own):
        made = docx.Document()
        made.add_paragraph(f"Letter of the {file.stem}")
        made.add_paragraph("{{table}}")
        made.save(str(file))
    shell.json("position-set", "7001/26", "3", "--stance", "oppose")

    def first_line(*more: object) -> str:
        shell.json("export", "position", "7001/26", "--output", out, "--delegation", "EL", *more)
        return docx.Document(str(out)).paragraphs[0].text

    set_policies(locked=False, ExportTemplate=str(house))
    assert first_line() == "Letter of the house"
    assert first_line("--template", own) == "Letter of the own"
    set_policies(ExportTemplate=str(house))
    assert first_line() == "Letter of the house"
    assert first_line("--template", house) == "Letter of the house"
    status, _, err = shell.run("export", "position", "7001/26", "--output", out, "--template", own)
    assert (status, "administrator" in err) == (REFUSED, True)


def test_the_policy_editor_of_windows_offers_every_policy() -> None:
    folder = ROOT / "packaging" / "windows"
    template = ElementTree.parse(folder / "delegate-desk.admx").getroot()
    texts = ElementTree.parse(folder / "en-US" / "delegate-desk.adml").getroot()
    strings = {element.get("id") for element in texts.iter() if element.tag.endswith("}string")}
    presentations = {element.get("id") for element in texts.iter() if element.tag.endswith("}presentation")}
    names = set()
    for element in (element for element in template.iter() if element.tag.endswith("}policy")):
        assert element.get("key") == policy.REGISTRY
        assert element.get("class") == "Machine"
        values = {part.get("valueName") for part in (element, *element.iter()) if part.get("valueName")}
        names |= values
        for attribute in ("displayName", "explainText"):
            assert (element.get(attribute) or "")[9:-1] in strings
        assert element.get("presentation") is None or (element.get("presentation") or "")[15:-1] in presentations
    lockable = set(policy.NAMES) - {"RequireEncryption", "AllowSharedFolder"}
    assert names == set(policy.NAMES) | {f"{name}Locked" for name in lockable}
