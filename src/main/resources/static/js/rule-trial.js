// The box in which a complaint is tried: all answers, and the rows of the open table that spoke.
(function () {
  "use strict";
  var editor = window.RuleEditor;
  var make = editor.make;
  var say = editor.say;
  var panel = document.getElementById("trial");
  if (!panel) {
    return;
  }
  var form = document.getElementById("trial-form");
  var outcome = document.getElementById("outcome");
  var toggle = document.getElementById("trial-switch");
  var KEY = "redress-trial:" + editor.draft;
  var running = 0;

  function open(yes) {
    panel.hidden = !yes;
    toggle.setAttribute("aria-expanded", yes);
    document.getElementById("main").classList.toggle("with-trial", yes);
    if (yes) {
      form.elements.text.focus();
    } else {
      outcome.replaceChildren();
      editor.view.light(null);
      remember(null);
    }
  }

  function remember(complaint) {
    if (complaint) {
      sessionStorage.setItem(KEY, JSON.stringify(complaint));
    } else {
      sessionStorage.removeItem(KEY);
    }
  }

  function read() {
    var numbers = {};
    form.querySelectorAll("[data-number]").forEach(function (field) {
      if (field.value !== "") {
        numbers[field.name] = Number(field.value);
      }
    });
    return {
      text: form.elements.text.value, language: form.elements.language.value, channel: form.elements.channel.value.trim(),
      tier: form.elements.tier.value.trim(), numbers: numbers, received: form.elements.received.value,
    };
  }

  function fill(complaint) {
    ["text", "language", "channel", "tier"].forEach(function (name) { form.elements[name].value = complaint[name]; });
    form.elements.received.value = complaint.received.slice(0, 16);
    form.querySelectorAll("[data-number]").forEach(function (field) {
      var known = complaint.numbers[field.name];
      field.value = known === undefined || known === null ? "" : known;
    });
  }

  function run(asked) {
    var complaint = read();
    var mine = ++running;
    remember(complaint);
    outcome.classList.add("checking");
    editor.ask("POST", "try", complaint).then(function (answer) {
      if (mine !== running) {
        return;
      }
      outcome.classList.remove("checking");
      if (answer.status !== 200) {
        note("failed");
      } else if (!answer.body.outcome) {
        note("broken");
      } else {
        show(answer.body.outcome, asked);
      }
    }, function () {
      note("failed");
    });
  }

  function note(key) {
    outcome.classList.remove("checking");
    editor.view.light(null);
    outcome.replaceChildren(make("p", { class: "notice notice-bad" }, say(key)));
  }

  function show(found, asked) {
    var spoke = new Map();
    found.answers.forEach(function (answer) {
      answer.spoke.forEach(function (one) {
        if (one.file === editor.file) {
          spoke.set(one.row, one.won);
        }
      });
    });
    var near = new Set(found.nearMisses.map(function (miss) { return miss.row; }));
    editor.view.light(spoke, near, asked);
    var differing = found.answers.filter(differs).length;
    var parts = [make("p", { class: differing ? "notice notice-other" : "muted" }, differing ? say("differs", differing) : say("same"))];
    parts.push(make("ol", { class: "tried" }, found.answers.map(answered)));
    if (found.nearMisses.length) {
      parts.push(make("details", { class: "near" }, [make("summary", {}, say("near") + " (" + found.nearMisses.length + ")"), make("ul", {}, found.nearMisses.map(missed))]));
    }
    var words = Object.keys(found.mentions);
    if (words.length) {
      parts.push(make("details", { class: "near" }, [make("summary", {}, say("found") + " (" + words.length + ")"), make("ul", {}, words.map(function (word) {
        return make("li", {}, [make("b", {}, word.replace(/_/g, " ")), " ", make("span", { class: "muted" }, Array.from(new Set(found.mentions[word])).join(", "))]);
      }))]));
    }
    outcome.replaceChildren.apply(outcome, parts);
  }

  function differs(answer) {
    return answer.now.join("\n") !== answer.before.join("\n");
  }

  function joined(values) {
    return values.length ? values.join(", ") : say("nothing");
  }

  function answered(answer) {
    var here = answer.spoke.some(function (one) { return one.file === editor.file; });
    var parts = [make("p", { class: "outcome-asks" }, answer.asks), make("p", { class: "outcome-now" }, make("b", {}, joined(answer.now)))];
    if (differs(answer)) {
      parts.push(make("p", {}, make("span", { class: "word word-P2" }, say("was", joined(answer.before)))));
    }
    if (answer.clash) {
      parts.push(make("p", {}, make("span", { class: "word word-violet" }, say("clash"))));
    }
    if (answer.spoke.length) {
      var list = make("ul", { class: "outcome-rules" }, answer.spoke.map(rule));
      parts.push(here ? list : make("details", {}, [make("summary", {}, answer.spoke[0].rule + (answer.spoke.length > 1 ? " +" + (answer.spoke.length - 1) : "")), list]));
    } else {
      parts.push(make("p", { class: "muted" }, say("noRule")));
    }
    return make("li", { class: (here ? "outcome-here" : "") + (differs(answer) ? " outcome-differs" : "") }, parts);
  }

  function rule(one) {
    var name = one.rule + (one.won ? "" : " (" + say("lost") + ")");
    return make("li", {}, one.file === editor.file
      ? make("button", { type: "button", class: "rule-link", onclick: function () { editor.view.go(one.row); } }, name)
      : make("a", { href: editor.addressOf(one.file, one.row) }, name));
  }

  function missed(miss) {
    return make("li", {}, [
      make("button", { type: "button", class: "rule-link", onclick: function () { editor.view.go(miss.row, "when " + miss.column); } }, miss.rule),
      make("p", { class: "muted" }, say("nearMiss", editor.labelOf("when " + miss.column), miss.wanted, miss.seen)),
    ]);
  }

  toggle.addEventListener("click", function () { open(panel.hidden); });
  document.getElementById("trial-close").addEventListener("click", function () {
    open(false);
    toggle.focus();
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    run(true);
  });
  document.getElementById("trial-ticket").addEventListener("submit", function (event) {
    event.preventDefault();
    var number = document.getElementById("ticket-number").value.trim();
    editor.ask("GET", "ticket", null, "&number=" + encodeURIComponent(number)).then(function (answer) {
      if (answer.status === 200) {
        fill(answer.body);
        run(true);
      } else {
        note("noTicket");
      }
    });
  });

  // What was tried stays while one goes from file to file, and is tried again after each save.
  editor.onSaved.push(function () {
    if (!panel.hidden && sessionStorage.getItem(KEY)) {
      run();
    }
  });
  var kept = sessionStorage.getItem(KEY);
  if (kept) {
    fill(JSON.parse(kept));
    panel.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    document.getElementById("main").classList.add("with-trial");
  }
})();
