// The rule editor: what all its parts share, saving, and the marks of the check.
(function () {
  "use strict";
  var main = document.getElementById("main");
  var words = document.getElementById("editor-words").dataset;
  var status = document.getElementById("status");
  var inChinese = document.documentElement.lang.indexOf("zh") === 0;
  var SAVE_AFTER = 600;
  var TRY_AGAIN_AFTER = 4000;

  var editor = (window.RuleEditor = {
    file: main.dataset.file,
    kind: main.dataset.kind,
    mayChange: main.dataset.mayChange === "true",
    draft: main.dataset.draft,
    view: null,
    seen: null,
    marks: [],
    onSaved: [],
  });

  /** A message, with its places filled. */
  editor.say = function (key) {
    var values = Array.prototype.slice.call(arguments, 1);
    return (words[key] || key).replace(/\{(\d)\}/g, function (all, place) {
      return values[place];
    });
  };

  /** An element; children may be texts. */
  editor.make = function (tag, attributes, children) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (name === "onclick") {
        made.addEventListener("click", attributes[name]);
      } else if (attributes[name] !== null && attributes[name] !== undefined) {
        made.setAttribute(name, attributes[name]);
      }
    });
    [].concat(children === undefined ? [] : children).forEach(function (child) {
      made.append(child);
    });
    return made;
  };
  var make = editor.make;
  var say = editor.say;

  /** The address of another file of the draft. */
  editor.addressOf = function (file, row) {
    return main.dataset.address + "?file=" + encodeURIComponent(file) + (row ? "#" + row : "");
  };

  /** Asks the service; the answer is {status, body}. */
  editor.ask = function (method, what, body, extra) {
    var address = main.dataset.address + "/" + what + "?file=" + encodeURIComponent(editor.file) + (extra || "");
    var headers = { Accept: "application/json" };
    if (method !== "GET") {
      headers["X-XSRF-TOKEN"] = main.dataset.csrf;
    }
    if (body && !(body instanceof FormData)) {
      headers["Content-Type"] = "application/json";
      body = JSON.stringify(body);
    }
    return fetch(address, { method: method, headers: headers, body: body, redirect: "manual" }).then(function (answer) {
      var json = (answer.headers.get("Content-Type") || "").indexOf("json") >= 0;
      return json
        ? answer.json().then(function (read) {
            return { status: answer.status, body: read };
          })
        : { status: answer.status || 401, body: null };
    });
  };

  // Saving: a moment after the last change, one at a time, again and again until it worked.
  var timer = null;
  var saving = false;
  var changes = 0;
  var savedChanges = 0;

  editor.isDirty = function () {
    return changes !== savedChanges;
  };

  function show(key, bad) {
    status.textContent = say(key);
    status.classList.toggle("save-bad", Boolean(bad));
    status.classList.toggle("save-busy", key === "saving");
  }

  editor.changed = function () {
    changes++;
    show("saving");
    later(SAVE_AFTER);
  };

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function save() {
    if (saving || !editor.isDirty()) {
      return;
    }
    saving = true;
    var sent = changes;
    var edit = editor.view.content();
    edit.seen = editor.seen;
    editor.ask("PUT", "file", edit).then(
      function (answer) {
        saving = false;
        if (answer.status === 200) {
          savedChanges = sent;
          editor.startFrom(answer.body);
          editor.view.saved(answer.body, edit);
          if (editor.isDirty()) {
            later(0);
          } else {
            show("saved");
          }
          check();
        } else if (answer.status === 409) {
          editor.chooseBetween(answer.body);
        } else if (answer.status === 410) {
          show("ended", true);
        } else if (answer.status === 401 || answer.status === 403) {
          show("left", true);
          later(TRY_AGAIN_AFTER);
        } else {
          show("unsaved", true);
          later(TRY_AGAIN_AFTER);
        }
      },
      function () {
        saving = false;
        show("unsaved", true);
        later(TRY_AGAIN_AFTER);
      }
    );
  }

  /** Takes up what somebody else saved, so that the next save is made on top of it. */
  editor.startFrom = function (file) {
    editor.seen = file.seen;
    document.querySelectorAll("[data-seen]").forEach(function (field) {
      field.value = file.seen;
    });
  };

  window.addEventListener("beforeunload", function (event) {
    if (editor.isDirty()) {
      event.preventDefault();
    }
  });

  // Checking: in the background after each save, first what is quickly told and then the book as a
  // whole; only the latest answer counts.
  var checks = 0;

  function check() {
    var mine = ++checks;
    document.getElementById("problems").classList.add("checking");
    ask(mine, "", function (checked) {
      showChecked(checked, !checked.usable);
      editor.onSaved.forEach(function (act) {
        act(checked);
      });
      if (checked.usable) {
        ask(mine, "&whole=true", function (whole) {
          showChecked(whole, true);
        });
      }
    });
  }

  function ask(mine, how, act) {
    editor.ask("GET", "check", null, how).then(function (answer) {
      if (mine !== checks || answer.status !== 200) {
        return;
      }
      if (answer.body.seen !== editor.seen && !editor.isDirty()) {
        tellOfOthers();
        return;
      }
      act(answer.body);
    }, function () {});
  }
  editor.check = check;

  function tellOfOthers() {
    var reload = make("button", { type: "button", class: "btn", onclick: function () { location.reload(); } }, say("reload"));
    document.getElementById("problems").replaceChildren(
      make("p", { class: "notice notice-other" }, [say("changedFile") + " ", reload])
    );
  }

  function showChecked(checked, all) {
    var problems = document.getElementById("problems");
    problems.classList.toggle("checking", !all);
    problems.dataset.checked = all ? "all" : "part";
    editor.marks = checked.marks.filter(function (mark) {
      return mark.file === editor.file;
    });
    editor.view.mark(editor.marks);
    markFiles(checked);
    var elsewhere = checked.marks.filter(function (mark) {
      return mark.file !== editor.file && mark.severity !== "hint";
    });
    var parts = [];
    if (!all) {
      parts.push(make("p", { class: "muted" }, say("checking")));
    } else if (checked.marks.every(isHint)) {
      parts.push(make("p", { class: "all-good" }, say("good")));
    }
    if (editor.marks.length) {
      parts.push(list(say("here"), editor.marks));
    }
    if (elsewhere.length) {
      parts.push(list(say("elsewhere"), elsewhere));
    }
    if (checked.usable) {
      parts.push(examples(checked));
    }
    problems.replaceChildren.apply(problems, parts);
  }

  function list(title, marks) {
    var errors = marks.filter(isError).length;
    var counts = [];
    if (errors) {
      counts.push(make("span", { class: "word word-red" }, say("errors", errors)));
    }
    if (marks.length > errors) {
      counts.push(make("span", { class: "word word-P2" }, say("warnings", marks.length - errors)));
    }
    return make("div", { class: "problem-list" }, [
      make("h2", {}, [title + " "].concat(counts)),
      make("ul", {}, marks.slice().sort(worstFirst).slice(0, 200).map(problem)),
    ]);
  }

  function isHint(mark) {
    return mark.severity === "hint";
  }

  function isError(mark) {
    return mark.severity === "error";
  }

  var ORDER = ["error", "warning", "hint"];

  function worstFirst(a, b) {
    return ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity);
  }

  function problem(mark) {
    var place = [mark.row ? say("row", mark.row) : null, mark.column ? editor.labelOf(mark.column) : null].filter(Boolean).join(" · ");
    var what = [make("span", { class: "problem-what" }, sentence(mark.what)), " ", make("span", { class: "muted" }, mark.remedy)];
    var here = mark.file === editor.file;
    var where = here
      ? make("button", { type: "button", class: "problem-place", onclick: function () { editor.view.go(mark.row, mark.column); } }, place || mark.file)
      : make("a", { class: "problem-place", href: editor.addressOf(mark.file, mark.row) }, mark.file + (place ? " · " + place : ""));
    return make("li", { class: "problem problem-" + mark.severity }, [where, make("p", {}, what)]);
  }

  /** The name of a column for the reader; other views know no better than the file does. */
  editor.labelOf = function (column) {
    return editor.view.labelOf ? editor.view.labelOf(column) : column;
  };

  function sentence(text) {
    return /[.?!。？！]$/.test(text) ? text : text + (inChinese ? "。" : ".");
  }
  editor.sentence = sentence;

  function examples(checked) {
    if (!checked.failed.length) {
      return make("p", { class: "all-good" }, say("examplesGood", checked.examples));
    }
    return make("div", { class: "problem-list" }, [
      make("h2", {}, say("examplesFailed", checked.failed.length, checked.examples)),
      make("ul", {}, checked.failed.slice(0, 100).map(function (failed) {
        return make("li", { class: "problem problem-error" }, [
          failed.file === editor.file
            ? make("button", { type: "button", class: "problem-place", onclick: function () { editor.view.go(failed.row); } }, say("row", failed.row))
            : make("a", { class: "problem-place", href: editor.addressOf(failed.file, failed.row) }, failed.file + " · " + say("row", failed.row)),
          make("p", {}, [make("q", {}, failed.text), " ", make("span", { class: "problem-what" }, sentence(failed.mistakes.join(inChinese ? "；" : "; ")))]),
        ]);
      })),
    ]);
  }

  function markFiles(checked) {
    document.querySelectorAll(".editor-files a[data-path]").forEach(function (link) {
      var of = checked.marks.filter(function (mark) {
        return mark.file === link.dataset.path;
      });
      var failed = checked.failed.filter(function (one) {
        return one.file === link.dataset.path;
      }).length;
      var errors = of.filter(isError).length + failed;
      var warnings = of.filter(function (mark) {
        return mark.severity === "warning";
      }).length;
      var badge = link.querySelector(".file-mark");
      badge.hidden = errors === 0 && warnings === 0;
      badge.textContent = errors || warnings;
      badge.title = errors ? say("errors", errors) : say("warnings", warnings);
      badge.classList.toggle("file-mark-error", errors > 0);
    });
  }
})();
