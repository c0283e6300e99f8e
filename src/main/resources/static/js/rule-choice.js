// Dialogs that show what differs between two states of a file and let a person choose.
(function () {
  "use strict";
  var editor = window.RuleEditor;
  var make = editor.make;
  var say = editor.say;
  var dialog = document.getElementById("choice");

  function open(title, parts, buttons) {
    dialog.replaceChildren(
      make("h2", { id: "choice-title" }, title),
      make("div", { class: "choice-body", tabindex: "0" }, parts),
      make("div", { class: "choice-buttons" }, buttons)
    );
    dialog.showModal();
    dialog.querySelector(".choice-buttons").lastElementChild.focus();
  }

  function button(text, act, primary) {
    return make("button", { type: "button", class: primary ? "btn btn-primary" : "btn", onclick: act }, text);
  }

  function side(label, tag, text) {
    return text ? [make("small", {}, label), make(tag, {}, text)] : [];
  }

  /** One changed row, cell by cell; only what differs is shown. */
  function cells(change, row, beforeLabel, afterLabel) {
    var shown = make("dl", { class: "diff-cells" });
    row.cells.forEach(function (cell, at) {
      if (cell.before !== cell.after) {
        shown.append(make("div", {}, [
          make("dt", {}, editor.labelOf(change.columns[at])),
          make("dd", {}, side(beforeLabel, "del", cell.before).concat(" ", side(afterLabel, "ins", cell.after))),
        ]));
      }
    });
    return shown;
  }

  function rowTitle(row) {
    var kind = row.kind.toLowerCase();
    return make("h3", {}, [make("span", { class: "word word-" + { added: "green", removed: "red", changed: "blue" }[kind] }, say(kind)), " ", row.name || say("row", row.row)]);
  }

  function lines(change) {
    return make("pre", { class: "diff-lines" }, change.lines.map(function (line) {
      return make(line.kind === "ADDED" ? "ins" : "del", {}, line.text + "\n");
    }));
  }

  /** Keeps a file in place of the open one. */
  function keep(file) {
    if (file.text === null) {
      editor.view.replace(file.columns, file.rows.map(function (row) { return row.cells; }));
    } else {
      editor.view.replaceText(file.text);
    }
  }

  // Two people saved the same file

  editor.chooseBetween = function (conflict) {
    var change = conflict.change[0];
    var mine = editor.view.content();
    editor.startFrom(conflict.theirs);
    if (!change) {
      editor.changed();
      return;
    }
    var title = say("meanwhile", conflict.who);
    if (conflict.theirs.text !== null || !mine.columns) {
      var theirs = conflict.theirs;
      open(title, [make("p", {}, say("meanwhileText")), lines(change)], [
        button(say("theirs"), function () { dialog.close(); keep(theirs); }),
        button(say("mine"), function () { dialog.close(); editor.changed(); }, true),
      ]);
      return;
    }
    var picks = change.rows.map(function (row) { return likely(row, change, mine); });
    var body = change.rows.map(function (row, at) { return choiceOf(change, row, at, picks); });
    function finish() {
      dialog.close();
      editor.view.replace.apply(null, merged(conflict.theirs, mine, change, picks));
    }
    function all(pick) {
      return function () {
        picks = picks.map(function () { return pick; });
        finish();
      };
    }
    open(title, [make("p", {}, say("meanwhileText"))].concat(body), [
      button(say("allTheirs"), all("theirs")), button(say("allMine"), all("mine")), button(say("keep"), finish, true),
    ]);
  };

  dialog.addEventListener("cancel", function (event) {
    event.preventDefault();
    if (dialog.dataset.mayCancel) {
      dialog.close();
    }
  });

  /** Whoever alone changed the row is most likely meant. */
  function likely(row, change, mine) {
    var base = editor.view.base();
    var old = base.rows.find(function (one) { return one.cells[base.columns.indexOf("name")] === row.name; });
    if (!old) {
      return row.kind === "REMOVED" ? "theirs" : "mine";
    }
    if (row.kind === "ADDED") {
      return same(row, change, base, old, "after") ? "theirs" : "mine";
    }
    return same(row, change, base, old, "after") || (row.kind === "REMOVED" && !same(row, change, base, old, "before")) ? "theirs" : "mine";
  }

  function same(row, change, base, old, side) {
    return change.columns.every(function (name, at) {
      return (old.cells[base.columns.indexOf(name)] || "") === row.cells[at][side];
    });
  }

  function choiceOf(change, row, at, picks) {
    function radio(pick) {
      var input = make("input", { type: "radio", class: "form-check-input", name: "pick-" + at, value: pick });
      input.checked = picks[at] === pick;
      input.addEventListener("change", function () { picks[at] = pick; });
      return make("label", { class: "pick" }, [input, " ", say(pick)]);
    }
    return make("fieldset", { class: "diff-row" }, [
      make("legend", {}, row.name || say("row", row.row)), make("p", { class: "picks" }, [radio("theirs"), radio("mine")]),
      cells(change, row, say("theirs"), say("mine")),
    ]);
  }

  /** My rows, with theirs put where theirs were picked. */
  function merged(theirs, mine, change, picks) {
    var columns = mine.columns.concat(theirs.columns.filter(function (name) { return mine.columns.indexOf(name) < 0; }));
    var key = columns.indexOf("name");
    function spread(cells, from) {
      return columns.map(function (name) { return from.indexOf(name) < 0 ? "" : cells[from.indexOf(name)] || ""; });
    }
    var rows = mine.rows.map(function (cells) { return spread(cells, mine.columns); });
    var others = theirs.rows.map(function (row) { return spread(row.cells, theirs.columns); });
    function find(list, name) {
      return list.findIndex(function (row) { return row[key] === name; });
    }
    change.rows.forEach(function (row, at) {
      if (picks[at] !== "theirs") {
        return;
      }
      var there = find(others, row.name);
      var here = find(rows, row.name);
      if (row.kind === "ADDED") {
        rows.splice(here, 1);
      } else if (row.kind === "CHANGED") {
        rows[here] = others[there];
      } else {
        var above = there > 0 ? find(rows, others[there - 1][key]) : -1;
        rows.splice(above + 1, 0, others[there]);
      }
    });
    return [columns, rows];
  }

  // A file from the reader's computer

  var upload = document.getElementById("upload");
  if (upload) {
    upload.addEventListener("change", function () {
      var form = new FormData();
      form.append("upload", upload.files[0]);
      upload.value = "";
      editor.ask("POST", "compare", form).then(function (answer) {
        if (answer.status === 200) {
          showUpload(answer.body);
        }
      });
    });
  }

  function close() {
    dialog.close();
    delete dialog.dataset.mayCancel;
  }

  function showUpload(compared) {
    dialog.dataset.mayCancel = "yes";
    if (compared.mistakes.length) {
      open(say("uploaded"), [
        make("p", {}, say("uploadedBroken")),
        make("ul", { class: "problem-list" }, compared.mistakes.slice(0, 50).map(function (mistake) {
          return make("li", { class: "problem problem-error" }, [make("b", {}, say("row", mistake.line)), make("p", {}, editor.sentence(mistake.what) + " " + mistake.remedy)]);
        })),
      ], [button(say("cancel"), close, true)]);
      return;
    }
    var change = compared.change[0];
    var body = !change ? [make("p", {}, say("uploadedSame"))]
      : change.lines.length ? [lines(change)]
      : change.rows.map(function (row) { return make("section", { class: "diff-row" }, [rowTitle(row), cells(change, row, say("before"), say("now"))]); });
    open(say("uploaded"), body, change
      ? [button(say("cancel"), close), button(say("uploadedKeep"), function () { close(); keep(compared.file); }, true)]
      : [button(say("cancel"), close, true)]);
  }
})();
