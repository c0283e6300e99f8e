// Keeps what is written down during a call in this browser until it is sent: a lost session or a
// closed tab loses nothing.
(function () {
  "use strict";
  var PREFIX = "redress-call:";
  var HOURS = 12;

  var sent = document.currentScript && document.currentScript.dataset.sent;
  if (sent) {
    localStorage.removeItem(PREFIX + sent);
    return;
  }
  var form = document.getElementById("call");
  if (!form) {
    return;
  }
  var key = PREFIX + form.dataset.draft;
  var note = document.getElementById("draft-note");
  var wanted = null;
  var dropped = false;

  function read() {
    var fields = [];
    new FormData(form).forEach(function (value, name) {
      if (name !== "_csrf") {
        fields.push([name, value]);
      }
    });
    return fields;
  }

  function isFilled(fields) {
    return fields.some(function (field) {
      return field[0] !== "id" && field[1].trim() !== "";
    });
  }

  function keep() {
    if (dropped) {
      return;
    }
    var fields = read();
    if (isFilled(fields)) {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: fields }));
    } else {
      localStorage.removeItem(key);
    }
  }

  function kept() {
    try {
      var draft = JSON.parse(localStorage.getItem(key));
      return draft && Date.now() - draft.at < HOURS * 3600000 ? draft.fields : null;
    } catch (unreadable) {
      return null;
    }
  }

  function check(name, value) {
    form.querySelectorAll("input[name=" + name + "]").forEach(function (box) {
      if (box.value === value) {
        box.checked = true;
      }
    });
  }

  function fill(fields) {
    fields.forEach(function (field) {
      var name = field[0];
      if (name === "who") {
        wanted = field[1];
      } else if (name === "feeling" || name === "wants") {
        check(name, field[1]);
      } else if (form.elements[name]) {
        form.elements[name].value = field[1];
      }
    });
  }

  function restore() {
    var fields = kept();
    if (!fields || isFilled(read())) {
      return;
    }
    fill(fields);
    note.hidden = false;
    form.elements.phone.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  document.body.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target.id !== "callers") {
      return;
    }
    if (wanted !== null) {
      check("who", wanted);
      wanted = null;
    }
    // Who calls may change what the rules conclude.
    form.dispatchEvent(new Event("change"));
  });
  document.getElementById("draft-drop").addEventListener("click", function () {
    dropped = true;
    localStorage.removeItem(key);
    window.location.assign(window.location.pathname);
  });
  if (document.readyState === "complete") {
    restore();
  } else {
    window.addEventListener("load", restore);
  }
})();
