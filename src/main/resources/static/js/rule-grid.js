// A table of a draft as a grid that behaves like a spreadsheet.
(function () {
  "use strict";
  var editor = window.RuleEditor;
  var make = editor.make;
  var say = editor.say;
  var host = document.getElementById("grid");
  var info = document.getElementById("cell-info");
  var filter = document.getElementById("filter");
  var hideEmpty = document.getElementById("hide-empty");
  var addColumn = document.getElementById("add-column");
  var MOST_UNDONE = 100;
  var HIDDEN_KEY = "redress-hide-empty:" + editor.file;
  var SHAPE = {
    name: { minWidth: 190, widthGrow: 2 }, words: { minWidth: 150, widthGrow: 2 }, free: { minWidth: 130, widthGrow: 1 },
    number: { minWidth: 112, widthGrow: 0, width: 112 }, answer: { minWidth: 150, widthGrow: 1 }, detail: { minWidth: 84, widthGrow: 0, width: 84 },
    date: { minWidth: 112, widthGrow: 0, width: 112 }, text: { minWidth: 230, widthGrow: 3 }, word: { minWidth: 170, widthGrow: 1 },
  };

  var known = [];
  var columns = [];
  var rows = [];
  var table = null;
  var ids = 0;
  var lines = new Map();
  var marks = [];
  var past = null;
  var lights = null;
  var shown = new Set();
  var before = [];
  var after = [];
  var base = null;
  var active = null;
  var showing = false;
  var grid = { typed: null };

  // Columns

  function column(name) {
    return known.find(function (one) { return one.name === name; }) || { name: name, kind: "free", label: name, choices: [] };
  }

  function isEmpty(name) {
    return rows.every(function (row) { return !row[name]; });
  }

  function isShown(name) {
    return !hideEmpty.checked || shown.has(name) || !isEmpty(name);
  }

  /** Conditions that name single words need less room. */
  function isShort(name) {
    return column(name).kind === "words" && rows.every(function (row) { return (row[name] || "").length < 24; });
  }

  function title(one) {
    var header = make("span", { class: "col-title", title: one.name });
    if (one.name.indexOf("when ") === 0) {
      header.append(make("i", {}, say("when")), " ");
    }
    header.append(make("span", {}, one.label));
    return header;
  }

  function definitions() {
    var made = columns.map(function (name) {
      var one = column(name);
      return Object.assign({
        field: name, title: one.label, titleFormatter: function () { return title(one); }, visible: isShown(name),
        formatter: editor.cells.formatter(one), editor: editor.mayChange ? editor.cells.editor(grid, one) : undefined,
        cssClass: "col-" + one.kind + (name.indexOf("when ") === 0 ? " col-when" : ""), tooltip: tip,
      }, SHAPE[one.kind], isShort(name) ? { minWidth: 124 } : {});
    });
    made.splice(1, 0, {
      field: "_past", title: say("past"), width: 74, widthGrow: 0, hozAlign: "right", cssClass: "col-past", formatter: pastCell,
      titleFormatter: function () { return make("span", { class: "col-title", id: "past-title" }, say("past")); },
    });
    return made;
  }

  function offerColumns() {
    if (!addColumn) {
      return;
    }
    while (addColumn.options.length > 1) {
      addColumn.remove(1);
    }
    known.forEach(function (one) {
      if (columns.indexOf(one.name) < 0) {
        addColumn.add(new Option((one.name.indexOf("when ") === 0 ? say("when") + " " : "") + one.label, one.name));
      }
    });
    addColumn.hidden = addColumn.options.length === 1;
  }

  // Rows and what they say

  function read(file) {
    columns = file.columns.slice();
    lines.clear();
    rows = file.rows.map(function (line) {
      var row = blank();
      lines.set(row._id, line.line);
      columns.forEach(function (name, at) { row[name] = line.cells[at]; });
      return row;
    });
  }

  function blank() {
    var row = { _id: ++ids };
    columns.forEach(function (name) { row[name] = ""; });
    return row;
  }

  function cellsOf(row) {
    return columns.map(function (name) { return row[name] || ""; });
  }

  function isBlank(row) {
    return cellsOf(row).every(function (cell) { return !cell.trim(); });
  }

  function snapshot() {
    return { columns: columns.slice(), rows: rows.map(function (row) { return Object.assign({}, row); }) };
  }

  /** Does something to columns or rows that can be undone. */
  function change(act) {
    var sameColumns = columns.join("\n");
    step(act);
    show(sameColumns !== columns.join("\n"));
  }

  function step(act) {
    before.push(snapshot());
    act();
    before = before.slice(-MOST_UNDONE);
    after = [];
    buttons();
    editor.changed();
  }

  function show(newColumns) {
    offerColumns();
    buttons();
    showing = true;
    if (newColumns) {
      table.setColumns(definitions());
    }
    return table.replaceData(rows).then(function () {
      showing = false;
      decorate();
      if (active) {
        select(active.id, active.field);
      }
    });
  }

  function undo(from, to) {
    if (from.length) {
      to.push(snapshot());
      var old = from.pop();
      columns = old.columns;
      rows = old.rows;
      show(true);
      editor.changed();
    }
  }

  function buttons() {
    document.querySelectorAll("[data-do=undo]").forEach(function (b) { b.disabled = !before.length; });
    document.querySelectorAll("[data-do=redo]").forEach(function (b) { b.disabled = !after.length; });
  }

  // Marks, lights and counts lie over the rows and change without touching them

  function marksOf(line, name) {
    return marks.filter(function (mark) {
      return mark.row === line && (name === null ? !mark.column || columns.indexOf(mark.column) < 0 : mark.column === name);
    });
  }

  function decorate() {
    if (table) {
      table.getRows().forEach(dress);
    }
  }

  function dress(row) {
    var data = row.getData();
    var line = lines.get(data._id);
    var light = line && lights ? lights.spoke.get(line) : undefined;
    var element = row.getElement();
    element.classList.toggle("row-won", light === true);
    element.classList.toggle("row-lost", light === false);
    element.classList.toggle("row-near", Boolean(lights && line && lights.near.has(line)));
    row.getCells().forEach(function (cell) {
      var name = cell.getField();
      var of = line ? marksOf(line, name === undefined || name === "_line" ? null : name) : [];
      var error = of.some(function (mark) { return mark.severity === "error"; });
      var at = cell.getElement();
      at.classList.toggle("cell-error", error);
      at.classList.toggle("cell-warning", of.length > 0 && !error);
      if (error) {
        at.setAttribute("aria-invalid", "true");
      } else {
        at.removeAttribute("aria-invalid");
      }
      if (name === "_past") {
        at.textContent = pastCell(cell);
      } else if (name === "_line") {
        at.textContent = line || "·";
      }
    });
  }

  function pastCell(cell) {
    var data = cell.getRow().getData();
    var line = lines.get(data._id);
    if (!past || !past.of || !line) {
      return "–";
    }
    var byWord = editor.file.indexOf("vocabulary/") === 0;
    return String((byWord ? past.words[data.name] : past.rows[line]) || 0);
  }

  function tip(event, cell) {
    var line = lines.get(cell.getRow().getData()._id);
    var of = line ? marksOf(line, cell.getField()) : [];
    return of.length ? make("div", { class: "cell-tip" }, of.map(described)) : "";
  }

  function described(mark) {
    return make("p", {}, [make("b", {}, editor.sentence(mark.what)), " ", mark.remedy]);
  }

  /** The bar above the grid says what the chosen cell is and what is wrong with it. */
  function tell(cell) {
    var name = cell.getField();
    var line = lines.get(cell.getRow().getData()._id);
    if (name === "_past") {
      info.replaceChildren(make("p", { class: "cell-about" }, past && past.of ? say("pastHint", past.of) : say(past ? "pastWaits" : "pastNone")));
      return;
    }
    var one = column(name);
    var of = line ? marksOf(line, name).concat(marksOf(line, null)) : [];
    var rule = cell.getRow().getData().name;
    var head = [make("b", {}, one.label), " ", make("code", {}, name)];
    if (name !== "name" && rule) {
      head.push(" ", make("span", {}, rule));
    }
    if (editor.mayChange) {
      head.push(make("button", { type: "button", class: "cell-edit", onclick: function () { cell.edit(true); } }, say("edit")));
    }
    var parts = [make("p", { class: "cell-about" }, head)];
    if (of.length) {
      parts.push(make("div", { class: "cell-wrong" }, of.map(described)));
    } else {
      parts.push(make("p", { class: "cell-hint" }, isBlank(cell.getRow().getData()) ? say("emptyRow") : say("hint" + one.kind.charAt(0).toUpperCase() + one.kind.slice(1))));
    }
    info.replaceChildren.apply(info, parts);
  }

  // The chosen cells

  function chosen() {
    var ranges = table.getRanges();
    return ranges.length ? ranges[0] : null;
  }

  function activeCell() {
    var range = chosen();
    var cells = range ? range.getCells() : [];
    return cells.length && cells[0].length ? cells[0][0] : null;
  }

  function remember() {
    var cell = showing ? null : activeCell();
    if (cell) {
      active = { id: cell.getRow().getData()._id, field: cell.getField() };
      tell(cell);
    }
  }

  function select(id, field) {
    if (placeOf(id) < 0) {
      return;
    }
    var row = table.getRow(id);
    var cell = row.getCell(field) || row.getCell(columns[0]);
    if (cell) {
      table.addRange(cell, cell);
      active = { id: id, field: cell.getField() };
      tell(cell);
    }
  }

  grid.focus = function () {
    host.querySelector(".tabulator-tableholder").focus();
  };

  /** From a cell to a neighbour, after it was edited. */
  grid.move = function (cell, right, down) {
    var visible = table.getColumns().filter(function (c) { return c.isVisible() && columns.indexOf(c.getField()) >= 0; });
    var at = visible.findIndex(function (c) { return c.getField() === cell.getField(); }) + right;
    var row = cell.getRow();
    var next = down ? row.getNextRow() || row : row;
    var target = visible[Math.max(0, Math.min(at, visible.length - 1))];
    var id = next.getData()._id;
    setTimeout(function () {
      select(id, target.getField());
      var there = table.getRow(id).getCell(target.getField()).getElement();
      if (there.isConnected) {
        there.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      grid.focus();
    });
  };

  function chosenIds() {
    var range = chosen();
    return range ? range.getRows().map(function (row) { return row.getData()._id; }) : [];
  }

  function placeOf(id) {
    return rows.findIndex(function (row) { return row._id === id; });
  }

  // What the buttons do

  function afterChosen(add) {
    var chosenNow = chosenIds();
    var at = chosenNow.length ? placeOf(chosenNow[chosenNow.length - 1]) + 1 : rows.length;
    var fresh = add(chosenNow);
    change(function () { rows.splice.apply(rows, [at, 0].concat(fresh)); });
    if (fresh.length) {
      active = { id: fresh[0]._id, field: columns[0] };
    }
    grid.focus();
  }

  function shift(by) {
    var moving = chosenIds();
    var places = moving.map(placeOf);
    if (!moving.length || Math.min.apply(null, places) + by < 0 || Math.max.apply(null, places) + by >= rows.length) {
      return;
    }
    change(function () {
      var taken = rows.splice(Math.min.apply(null, places), moving.length);
      rows.splice.apply(rows, [Math.min.apply(null, places) + by, 0].concat(taken));
    });
  }

  var ACTS = {
    undo: function () { undo(before, after); },
    redo: function () { undo(after, before); },
    insert: function () { afterChosen(function () { return [blank()]; }); },
    duplicate: function () {
      afterChosen(function (of) {
        return of.map(function (id) { return Object.assign({}, rows[placeOf(id)], { _id: ++ids }); });
      });
    },
    up: function () { shift(-1); },
    down: function () { shift(1); },
    remove: function () {
      var gone = chosenIds();
      if (gone.length) {
        var next = rows[placeOf(gone[gone.length - 1]) + 1] || rows[placeOf(gone[0]) - 1];
        change(function () { rows = rows.filter(function (row) { return gone.indexOf(row._id) < 0; }); });
        active = next ? { id: next._id, field: columns[0] } : null;
      }
    },
  };

  function clear() {
    var range = chosen();
    change(function () {
      range.getCells().forEach(function (line) {
        line.forEach(function (cell) {
          if (columns.indexOf(cell.getField()) >= 0) {
            rows[placeOf(cell.getRow().getData()._id)][cell.getField()] = "";
          }
        });
      });
    });
  }

  // Copy and paste as spreadsheet programs do it

  function quoted(value) {
    return /["\t\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value;
  }

  function copied() {
    return chosen().getCells().map(function (line) {
      return line.filter(function (cell) { return columns.indexOf(cell.getField()) >= 0; })
        .map(function (cell) { return quoted(cell.getValue() || ""); }).join("\t");
    }).join("\n");
  }

  function cut(text) {
    var out = [[""]];
    var inQuotes = false;
    for (var i = 0; i < text.length; i++) {
      var line = out[out.length - 1];
      var c = text[i];
      if (inQuotes && c === '"' && text[i + 1] === '"') {
        line[line.length - 1] += '"';
        i++;
      } else if (c === '"' && (inQuotes || line[line.length - 1] === "")) {
        inQuotes = !inQuotes;
      } else if (c === "\t" && !inQuotes) {
        line.push("");
      } else if (c === "\n" && !inQuotes) {
        out.push([""]);
      } else if (c !== "\r") {
        line[line.length - 1] += c;
      }
    }
    if (out.length > 1 && out[out.length - 1].length === 1 && out[out.length - 1][0] === "") {
      out.pop();
    }
    return out;
  }

  function paste(text) {
    var range = chosen();
    var start = activeCell();
    if (!start || columns.indexOf(start.getField()) < 0) {
      return;
    }
    var pasted = cut(text);
    var visible = columns.filter(isShown);
    var right = visible.indexOf(start.getField());
    var ordered = table.getRows("active").map(function (row) { return row.getData()._id; });
    var down = ordered.indexOf(start.getRow().getData()._id);
    var chosenRows = range.getRows().length;
    if (pasted.length === 1 && chosenRows > 1) {
      pasted = Array.from({ length: chosenRows }, function () { return pasted[0]; });
    }
    change(function () {
      pasted.forEach(function (line, at) {
        var id = ordered[down + at];
        if (id === undefined) {
          var fresh = blank();
          rows.push(fresh);
          id = fresh._id;
        }
        var row = rows[placeOf(id)];
        line.forEach(function (value, across) {
          if (visible[right + across]) {
            row[visible[right + across]] = value.trim();
          }
        });
      });
    });
  }

  function isEditing() {
    return host.contains(document.activeElement) && /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
  }

  function keys(event) {
    if (isEditing() || !activeCell()) {
      return;
    }
    var command = event.ctrlKey || event.metaKey;
    var key = event.key.toLowerCase();
    if (command && (key === "z" || key === "y")) {
      event.preventDefault();
      (key === "y" || event.shiftKey ? ACTS.redo : ACTS.undo)();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      clear();
    } else if (event.key === "F2" || (!command && !event.altKey && (event.key.length === 1 || event.key === "Process"))) {
      if (columns.indexOf(activeCell().getField()) >= 0) {
        grid.typed = event.key.length === 1 ? event.key : event.key === "Process" ? "" : null;
        if (event.key !== "Process") {
          event.preventDefault();
        }
        activeCell().edit(true);
      }
    }
  }

  // The view that saving and checking work with

  editor.view = {
    content: function () {
      var all = { columns: columns, rows: rows.map(cellsOf) };
      // Which row is which is known here alone.
      return Object.defineProperty(all, "order", { value: rows.map(function (row) { return row._id; }) });
    },

    /** What the file says before anything is changed here; two people's changes are told apart by it. */
    base: function () {
      return base;
    },

    saved: function (file, sent) {
      base = file;
      var line = 0;
      var filled = sent.rows.map(function (cells) { return cells.some(function (cell) { return cell.trim(); }); });
      sent.order.forEach(function (id, at) {
        lines.delete(id);
        if (filled[at] && file.rows[line]) {
          lines.set(id, file.rows[line].line);
          line++;
        }
      });
      decorate();
    },

    mark: function (found) {
      marks = found;
      decorate();
      var cell = activeCell();
      if (cell) {
        tell(cell);
      }
    },

    labelOf: function (name) {
      return column(name).label;
    },

    go: function (line, name) {
      var id = Array.from(lines.keys()).find(function (one) { return lines.get(one) === line; });
      if (id === undefined) {
        return;
      }
      filter.value = "";
      table.clearFilter();
      table.scrollToRow(id, "center", true).then(function () {
        select(id, name && columns.indexOf(name) >= 0 && isShown(name) ? name : columns[0]);
        grid.focus();
      }, function () {});
    },

    /** Lights the rows that spoke, and those that nearly did; may bring the first into sight. */
    light: function (spoke, near, bringIntoSight) {
      lights = spoke ? { spoke: spoke, near: near } : null;
      decorate();
      var first = rows.find(function (row) { return lights && lights.spoke.get(lines.get(row._id)) === true; });
      if (first && bringIntoSight) {
        table.scrollToRow(first._id, "center", false).catch(function () {});
      }
    },

    /** Puts a whole table in place, as one step that can be undone. */
    replace: function (newColumns, newRows) {
      change(function () {
        columns = newColumns.slice();
        rows = newRows.map(function (cells) {
          var row = blank();
          columns.forEach(function (name, at) { row[name] = cells[at] || ""; });
          return row;
        });
      });
    },
  };
  editor.onSaved.push(function (checked) {
    if (!checked.usable) {
      host.classList.add("past-stale");
      return;
    }
    editor.ask("GET", "past").then(function (answer) {
      if (answer.status === 200) {
        past = answer.body;
        host.classList.remove("past-stale");
        decorate();
        var heading = document.getElementById("past-title");
        if (heading) {
          heading.title = say("pastHint", past.of);
        }
      }
    }, function () {});
  });

  editor.open = function (opened) {
    known = opened.columns;
    base = opened.file;
    read(opened.file);
    if (!opened.file.rows.length) {
      // All columns of a new table are empty, and all are to be filled.
      columns.forEach(function (name) { shown.add(name); });
    }
    var remembered = localStorage.getItem(HIDDEN_KEY);
    hideEmpty.checked = remembered === null ? true : remembered === "yes";
    return new Promise(function (ready) {
      table = new Tabulator(host, {
        data: rows, index: "_id", columns: definitions(), layout: "fitColumns", height: "100%", nestedFieldSeparator: false,
        rowHeader: { field: "_line", title: "#", width: 52, minWidth: 52, hozAlign: "right", frozen: true, headerSort: false, resizable: false, cssClass: "col-line", formatter: function (cell) { return String(lines.get(cell.getRow().getData()._id) || "·"); } },
        columnDefaults: { headerSort: false, resizable: "header", vertAlign: "top", variableHeight: true },
        editTriggerEvent: "dblclick", selectableRange: 1, selectableRangeRows: true, selectableRangeAutoFocus: false,
        rowFormatter: dress, placeholder: "–", popupContainer: ".editor",
      });
      table.on("tableBuilt", function () {
        // The library gives these more roles than readers of the screen can follow.
        host.querySelector(".tabulator-header-contents").setAttribute("role", "presentation");
        host.querySelector(".tabulator-header").removeAttribute("tabindex");
        host.querySelector(".tabulator-table").setAttribute("role", "presentation");
        host.querySelector(".tabulator-tableholder").setAttribute("role", "rowgroup");
        offerColumns();
        buttons();
        decorate();
        ready();
      });
      table.on("rangeChanged", remember);
      table.on("cellEdited", function (cell) {
        var id = cell.getRow().getData()._id;
        var value = cell.getValue();
        var field = cell.getField();
        rows[placeOf(id)][field] = cell.getOldValue() || "";
        step(function () { rows[placeOf(id)][field] = value; });
        cell.getRow().normalizeHeight();
      });
      host.addEventListener("keydown", function (event) { if (editor.mayChange) { keys(event); } });
      host.addEventListener("copy", function (event) {
        if (!isEditing() && chosen()) {
          event.clipboardData.setData("text/plain", copied());
          event.preventDefault();
        }
      });
      host.addEventListener("cut", function (event) {
        if (!isEditing() && chosen() && editor.mayChange) {
          event.clipboardData.setData("text/plain", copied());
          event.preventDefault();
          clear();
        }
      });
      host.addEventListener("paste", function (event) {
        if (!isEditing() && editor.mayChange) {
          event.preventDefault();
          paste(event.clipboardData.getData("text/plain"));
        }
      });
    });
  };

  document.querySelectorAll("[data-do]").forEach(function (button) {
    button.addEventListener("click", function () { ACTS[button.dataset.do](); });
  });
  hideEmpty.addEventListener("change", function () {
    localStorage.setItem(HIDDEN_KEY, hideEmpty.checked ? "yes" : "no");
    shown.clear();
    show(true);
  });
  if (addColumn) {
    addColumn.addEventListener("change", function () {
      var name = addColumn.value;
      var order = known.map(function (one) { return one.name; });
      var at = columns.findIndex(function (one) { return order.indexOf(one) > order.indexOf(name); });
      shown.add(name);
      change(function () {
        columns.splice(at < 0 ? columns.length : at, 0, name);
        rows.forEach(function (row) { row[name] = ""; });
      });
      addColumn.value = "";
    });
  }
  filter.addEventListener("input", function () {
    var wanted = filter.value.trim().toLowerCase();
    if (!wanted) {
      table.clearFilter();
      return;
    }
    var labels = {};
    known.forEach(function (one) {
      one.choices.forEach(function (choice) { labels[choice.value] = choice.label.toLowerCase(); });
    });
    table.setFilter(function (row) {
      return columns.some(function (name) {
        var value = row[name] || "";
        return value.toLowerCase().indexOf(wanted) >= 0 || (labels[value] || "").indexOf(wanted) >= 0;
      });
    });
  });
})();
