// The cells of the grid: how each kind is shown and how it is edited.
(function () {
  "use strict";
  var editor = window.RuleEditor;
  var make = editor.make;
  var say = editor.say;
  var MOST_CHOICES = 60;
  var SEPARATORS = /[|&!\s]/;

  /** A condition in words: a|b & !c becomes "a or b" and below it "and not c". */
  function condition(value, labels) {
    var shown = make("span", { class: "condition" });
    value.split("&").forEach(function (group, at) {
      var line = make("span", {}, at ? [make("i", {}, say("and")), " "] : []);
      group.split(/([|!])/).forEach(function (part) {
        var word = part.trim();
        if (word === "|" || word === "!") {
          line.append(make("i", {}, say(word === "|" ? "or" : "not")), " ");
        } else if (word) {
          line.append(make("b", {}, labels[word] || word.replace(/_/g, " ")), " ");
        }
      });
      shown.append(line);
    });
    return shown;
  }

  function labels(column) {
    var byValue = {};
    column.choices.forEach(function (choice) {
      byValue[choice.value] = choice.label;
    });
    return byValue;
  }

  /** What a cell of this column looks like. */
  function formatter(column) {
    var known = labels(column);
    return function (cell) {
      var value = cell.getValue() || "";
      if (!value) {
        return "";
      }
      if (column.kind === "words" || column.kind === "free") {
        return condition(value, known);
      }
      if (column.kind === "answer" || column.kind === "word") {
        return make("span", { class: column.kind === "answer" ? "cell-answer" : "cell-word" }, known[value] || value);
      }
      return make("span", { class: "cell-text" }, value);
    };
  }

  /** Keys that every field understands; the others are its own. */
  function listen(field, grid, cell, finish, cancel, read) {
    field.addEventListener("keydown", function (event) {
      if (event.isComposing) {
        return;
      }
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        event.stopPropagation();
        finish(read());
        grid.move(cell, 0, 1);
      } else if (event.key === "Tab") {
        event.preventDefault();
        event.stopPropagation();
        finish(read());
        grid.move(cell, event.shiftKey ? -1 : 1, 0);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        cancel();
      }
    });
  }

  function start(grid, cell) {
    var typed = grid.typed;
    grid.typed = null;
    return typed === null ? cell.getValue() || "" : typed;
  }

  function fieldFor(grid, column) {
    return function (cell, onRendered, success, cancel) {
      var field = make(column.kind === "text" || column.kind === "name" ? "textarea" : "input", {
        class: "cell-field",
        "aria-label": column.label,
        rows: 1,
        type: column.kind === "date" ? "date" : "text",
      });
      var done = false;
      function finish(value) {
        if (!done) {
          done = true;
          success(value);
        }
      }
      function read() {
        return field.value.trim();
      }
      var typed = start(grid, cell);
      field.value = typed;
      if (column.kind === "date" && typed && field.value !== typed) {
        field.type = "text";
        field.value = typed;
      }
      function grow() {
        if (field.tagName === "TEXTAREA") {
          field.style.height = "0";
          field.style.height = Math.max(field.scrollHeight, cell.getElement().clientHeight) + "px";
        }
      }
      field.addEventListener("input", grow);
      field.addEventListener("blur", function () {
        finish(read());
      });
      listen(field, grid, cell, finish, function () { done = true; cancel(); }, read);
      onRendered(function () {
        field.focus({ preventScroll: true });
        field.setSelectionRange && field.type !== "date" && field.setSelectionRange(field.value.length, field.value.length);
        grow();
      });
      return field;
    };
  }

  /** A field with a list of what may be written. For conditions the word at the cursor counts. */
  function choosing(grid, column) {
    var whole = column.kind === "answer" || column.kind === "word";
    var known = labels(column);
    return function (cell, onRendered, success, cancel) {
      var list = make("ul", { class: "cell-choices", role: "listbox", id: "cell-choices", "aria-label": column.label });
      var box = make("div", { class: "cell-popup" }, whole ? [list] : [make("p", { class: "cell-syntax" }, say("hintWords")), list]);
      var field = make("input", {
        class: "cell-field", role: "combobox", "aria-expanded": "true", "aria-autocomplete": "list",
        "aria-controls": "cell-choices", "aria-label": column.label, autocomplete: "off", spellcheck: "false",
      });
      var done = false;
      var picked = -1;
      var shown = [];
      field.value = start(grid, cell);
      var untouched = whole && field.value === (cell.getValue() || "");

      function finish(value) {
        if (!done) {
          done = true;
          box.remove();
          success(value);
        }
      }
      function stop() {
        done = true;
        box.remove();
        cancel();
      }
      function token() {
        if (whole) {
          return { from: 0, to: field.value.length, text: untouched ? "" : field.value.trim() };
        }
        var from = field.selectionStart;
        var to = from;
        while (from > 0 && !SEPARATORS.test(field.value[from - 1])) { from--; }
        while (to < field.value.length && !SEPARATORS.test(field.value[to])) { to++; }
        return { from: from, to: to, text: field.value.slice(from, to) };
      }
      function offer() {
        var wanted = token().text.toLowerCase();
        var plain = wanted.replace(/_/g, " ");
        shown = column.choices.filter(function (choice) {
          return choice.value.toLowerCase().indexOf(wanted) >= 0 || choice.label.toLowerCase().indexOf(plain) >= 0 ||
            choice.more.toLowerCase().indexOf(plain) >= 0;
        });
        shown.sort(function (a, b) {
          return (b.value.toLowerCase().indexOf(wanted) === 0) - (a.value.toLowerCase().indexOf(wanted) === 0);
        });
        shown = shown.slice(0, MOST_CHOICES);
        var exact = shown.some(function (choice) { return choice.value === token().text; });
        picked = shown.length && !exact && !untouched && (wanted || whole) ? 0 : -1;
        list.replaceChildren.apply(list, shown.map(function (choice, place) {
          var item = make("li", { role: "option", id: "cell-choice-" + place, "aria-selected": place === picked }, [
            make("span", { class: "choice-label" }, choice.label),
            make("code", {}, choice.value),
          ]);
          if (choice.more) {
            item.append(make("span", { class: "choice-more" }, choice.more));
          }
          item.addEventListener("mousedown", function (event) {
            event.preventDefault();
            take(choice);
          });
          return item;
        }));
        box.hidden = !shown.length && whole;
        point();
        place();
      }
      function point() {
        Array.from(list.children).forEach(function (item, at) {
          item.setAttribute("aria-selected", at === picked);
        });
        if (picked >= 0) {
          field.setAttribute("aria-activedescendant", "cell-choice-" + picked);
          list.children[picked].scrollIntoView({ block: "nearest" });
        } else {
          field.removeAttribute("aria-activedescendant");
        }
      }
      function take(choice) {
        var at = token();
        if (whole) {
          finish(choice.value);
          grid.focus();
          return;
        }
        field.value = field.value.slice(0, at.from) + choice.value + field.value.slice(at.to);
        var caret = at.from + choice.value.length;
        field.setSelectionRange(caret, caret);
        offer();
      }
      function read() {
        var value = field.value.trim();
        if (whole) {
          if (picked >= 0 && !untouched && !known[value]) {
            return shown[picked].value;
          }
          var named = column.choices.find(function (choice) { return choice.label.toLowerCase() === value.toLowerCase(); });
          return named ? named.value : value;
        }
        return value;
      }
      function place() {
        var at = cell.getElement().getBoundingClientRect();
        var below = window.innerHeight - at.bottom;
        box.style.left = Math.max(8, Math.min(at.left, window.innerWidth - box.offsetWidth - 8)) + "px";
        if (below < 240 && at.top > below) {
          box.style.top = "auto";
          box.style.bottom = window.innerHeight - at.top + 2 + "px";
        } else {
          box.style.bottom = "auto";
          box.style.top = at.bottom + 2 + "px";
        }
      }

      field.addEventListener("keydown", function (event) {
        if (event.isComposing) {
          return;
        }
        if ((event.key === "ArrowDown" || event.key === "ArrowUp") && shown.length) {
          event.preventDefault();
          event.stopPropagation();
          picked = (picked + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % shown.length;
          untouched = false;
          point();
        } else if ((event.key === "Enter" || event.key === "Tab") && picked >= 0 && !whole) {
          event.preventDefault();
          event.stopImmediatePropagation();
          take(shown[picked]);
        } else if (event.key === "Enter" && picked >= 0 && whole) {
          event.preventDefault();
          event.stopImmediatePropagation();
          finish(shown[picked].value);
          grid.move(cell, 0, 1);
        }
      });
      listen(field, grid, cell, finish, stop, read);
      field.addEventListener("input", function () {
        untouched = false;
        offer();
      });
      field.addEventListener("click", offer);
      field.addEventListener("blur", function () {
        finish(read());
      });
      onRendered(function () {
        document.getElementById("main").append(box);
        field.focus({ preventScroll: true });
        if (untouched) {
          field.select();
        } else {
          field.setSelectionRange(field.value.length, field.value.length);
        }
        offer();
      });
      return field;
    };
  }

  editor.cells = {
    formatter: formatter,
    editor: function (grid, column) {
      var choices = column.kind === "answer" || column.kind === "words" || column.kind === "word";
      return choices ? choosing(grid, column) : fieldFor(grid, column);
    },
  };
})();
