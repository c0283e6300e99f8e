// Keys and the palette. Whatever carries data-key="r" (or two keys, "g m") is pressed by that key,
// whatever carries data-key or data-palette stands in the palette. Lists are walked with j and k.
(function () {
  "use strict";
  var OFF = "redress.keys.off";
  var pending = "";
  var pendingSince = 0;

  function isTyping(target) {
    return Boolean(
      target.closest &&
        target.closest(
          "textarea, select, [contenteditable], .CodeMirror, .tabulator, dialog, " +
            "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])"
        )
    );
  }

  function isOff() {
    try {
      return localStorage.getItem(OFF) === "yes";
    } catch (refused) {
      return false;
    }
  }

  // What can be pressed now. A closed menu is opened first; what the page does not show is left out.
  function pressable(selector) {
    return Array.from(document.querySelectorAll(selector)).filter(function (element) {
      var shown =
        element.getClientRects().length ||
        element.closest("details:not([open])") ||
        !element.closest("main");
      return shown && !element.disabled;
    });
  }

  function byKey(key) {
    return pressable("[data-key]").find(function (element) {
      return element.dataset.key === key;
    });
  }

  function isPrefix(key) {
    return Boolean(document.querySelector('[data-key^="' + CSS.escape(key) + ' "]'));
  }

  // Opens what hides it, then presses it; a field is gone into instead.
  function run(element) {
    var details = element.closest("details:not([open])");
    if (details && !element.matches("summary")) {
      details.setAttribute("open", "");
    }
    if (element.matches("input:not([type=submit]):not([type=checkbox]), textarea, select")) {
      element.focus();
      if (element.select) {
        element.select();
      }
    } else {
      element.click();
    }
  }

  function nameOf(element) {
    return (
      element.dataset.name ||
      element.getAttribute("aria-label") ||
      (element.querySelector("[data-name-here]") || element).textContent
    )
      .trim()
      .replace(/\s+/g, " ");
  }

  // Lists: the row with the focus is the current one, so that Enter opens it by itself.
  function rows() {
    return Array.from(document.querySelectorAll("[data-row]"));
  }

  function currentRow() {
    return document.activeElement && document.activeElement.closest("[data-row]");
  }

  function walk(step) {
    var all = rows();
    var at = all.indexOf(currentRow());
    var to = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    if (all[to]) {
      all[to].querySelector("a[href]").focus();
      all[to].scrollIntoView({ block: "nearest" });
    }
  }

  function tick() {
    var row = currentRow();
    var box = row && row.querySelector("input[type=checkbox]");
    if (box) {
      box.click();
    }
  }

  var own = {
    j: function () {
      walk(1);
    },
    k: function () {
      walk(-1);
    },
    x: tick,
    "?": showKeys,
  };

  function onKey(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
      return;
    }
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      event.key.length !== 1 ||
      isTyping(event.target) ||
      isOff()
    ) {
      return;
    }
    var chord = event.timeStamp - pendingSince < 1500 && pending ? pending + " " : "";
    var key = chord + event.key;
    pending = "";
    var element = byKey(key);
    if (element) {
      event.preventDefault();
      run(element);
    } else if (isPrefix(key)) {
      pending = key;
      pendingSince = event.timeStamp;
    } else if (own[event.key] && (event.key === "?" || rows().length)) {
      event.preventDefault();
      own[event.key]();
    }
  }

  // The list of keys.
  function kbd(keys) {
    var shown = document.createElement("span");
    shown.className = "kbds";
    keys.split(" ").forEach(function (key) {
      var cap = document.createElement("kbd");
      cap.textContent = key;
      shown.appendChild(cap);
    });
    return shown;
  }

  function showKeys() {
    var dialog = document.getElementById("keys");
    if (!dialog || dialog.open) {
      return;
    }
    var seen = {};
    dialog.querySelectorAll("dl[data-keys-of]").forEach(function (list) {
      list.textContent = "";
      pressable(list.dataset.keysOf).forEach(function (element) {
        if (seen[element.dataset.key]) {
          return;
        }
        seen[element.dataset.key] = true;
        var line = document.createElement("div");
        var what = document.createElement("dt");
        var how = document.createElement("dd");
        what.textContent = nameOf(element);
        how.appendChild(kbd(element.dataset.key));
        line.append(what, how);
        list.appendChild(line);
      });
      list.parentElement.hidden = !list.children.length;
    });
    dialog.querySelector("[data-keys-rows]").hidden = !rows().length;
    dialog.querySelector("[data-keys-off]").checked = isOff();
    dialog.showModal();
  }

  // The palette.
  var chosen = 0;
  var found = [];

  function entries(typed) {
    var dialog = document.getElementById("palette");
    var number = /^(?:rd-?)?(\d{4,})$/i.exec(typed);
    var list = [];
    if (number) {
      list.push({
        name: dialog.dataset.ticket.replace("{0}", "RD-" + number[1]),
        href: dialog.dataset.ticketAt + "RD-" + number[1],
      });
    }
    var words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    var names = {};
    pressable("[data-key], [data-palette]").forEach(function (element) {
      var name = nameOf(element);
      if (!name || names[name] || dialog.contains(element)) {
        return;
      }
      var lower = name.toLowerCase();
      var fits = words.every(function (word) {
        return lower.indexOf(word) >= 0;
      });
      if (fits) {
        names[name] = true;
        list.push({ name: name, element: element, keys: element.dataset.key });
      }
    });
    if (typed && dialog.dataset.searchAt) {
      list.push({
        name: dialog.dataset.search.replace("{0}", typed),
        href: dialog.dataset.searchAt + encodeURIComponent(typed),
      });
    }
    return list;
  }

  function choose(at) {
    var options = document.querySelectorAll("#palette-list [role=option]");
    chosen = Math.max(0, Math.min(at, options.length - 1));
    options.forEach(function (option, i) {
      option.setAttribute("aria-selected", String(i === chosen));
    });
    var input = document.getElementById("palette-input");
    if (options[chosen]) {
      options[chosen].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[chosen].id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function fillPalette() {
    var list = document.getElementById("palette-list");
    found = entries(document.getElementById("palette-input").value.trim());
    list.textContent = "";
    found.forEach(function (entry, i) {
      var option = document.createElement("li");
      option.id = "palette-" + i;
      option.setAttribute("role", "option");
      option.append(entry.name);
      if (entry.keys) {
        option.appendChild(kbd(entry.keys));
      }
      option.addEventListener("click", function () {
        follow(entry);
      });
      list.appendChild(option);
    });
    choose(0);
  }

  function follow(entry) {
    document.getElementById("palette").close();
    if (entry.element) {
      run(entry.element);
    } else {
      location.assign(entry.href);
    }
  }

  function openPalette() {
    var dialog = document.getElementById("palette");
    if (dialog && !dialog.open) {
      var input = document.getElementById("palette-input");
      input.value = "";
      dialog.showModal();
      fillPalette();
      input.focus();
    }
  }

  function onPaletteKey(event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) {
      return;
    }
    if (step) {
      event.preventDefault();
      choose(chosen + step);
    } else if (event.key === "Enter" && found[chosen]) {
      event.preventDefault();
      follow(found[chosen]);
    }
  }

  document.addEventListener("keydown", onKey);
  document.addEventListener("DOMContentLoaded", function () {
    var input = document.getElementById("palette-input");
    if (!input) {
      return;
    }
    input.addEventListener("input", fillPalette);
    input.addEventListener("keydown", onPaletteKey);
    document.addEventListener("click", function (event) {
      if (event.target.closest("[data-open-palette]")) {
        openPalette();
      } else if (event.target.closest("[data-open-keys]")) {
        showKeys();
      } else if (event.target.matches("dialog.sheet-dialog")) {
        event.target.close();
      }
    });
    document.querySelector("[data-keys-off]").addEventListener("change", function () {
      try {
        localStorage.setItem(OFF, this.checked ? "yes" : "no");
      } catch (refused) {
        this.checked = false;
      }
    });
  });
})();
