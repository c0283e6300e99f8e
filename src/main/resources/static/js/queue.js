// Lists of tickets: ticks, and what changed since the page was opened. Works without: the page then
// shows what was so when it was opened.
(function () {
  "use strict";
  var REFRESH = 60000;
  var AT_ONCE = 150;
  var stream = null;
  var sideBarWaits = false;
  var more = {};

  function list() {
    return document.querySelector("#queue[data-list]");
  }

  // Ticks.
  function countTicks() {
    var bar = document.querySelector(".bulk-bar [data-ticked]");
    if (bar) {
      var ticked = document.querySelectorAll("#rows input[name=number]:checked").length;
      bar.textContent = (ticked === 1 ? bar.dataset.one : bar.dataset.many).replace("{0}", ticked);
      bar.parentElement.classList.toggle("bulk-on", ticked > 0);
    }
  }

  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-tick-all]")) {
      document.querySelectorAll("#rows input[name=number]").forEach(function (box) {
        box.checked = event.target.checked;
      });
    }
    if (event.target.matches("[data-submits]")) {
      event.target.form.requestSubmit();
    }
    if (event.target.closest("#queue")) {
      countTicks();
    }
  });

  // Empty fields do not get into the address.
  document.addEventListener("submit", function (event) {
    if (event.target.method === "get") {
      Array.from(event.target.elements).forEach(function (field) {
        if (field.name && field.value === "" && !field.disabled) {
          field.disabled = true;
          setTimeout(function () {
            field.disabled = false;
          });
        }
      });
    }
  });

  // Changes: the stream tells numbers, the list is asked what became of them.
  function ask(numbers) {
    var section = list();
    var address = new URL(section.dataset.list, location.href);
    address.searchParams.delete("after");
    address.searchParams.set("changed", numbers.join(","));
    fetch(address, { headers: { "HX-Request": "true", Accept: "text/html" } })
      .then(function (answer) {
        return answer.ok && !answer.redirected ? answer.text() : null;
      })
      .then(function (html) {
        if (html !== null) {
          take(section, numbers, html);
        }
      })
      .catch(function () {
        // The next change or minute tries again.
      });
  }

  function take(section, numbers, html) {
    var fresh = new DOMParser().parseFromString("<table>" + html + "</table>", "text/html");
    numbers.forEach(function (number) {
      var now = fresh.getElementById("row-" + number);
      var shown = document.getElementById("row-" + number);
      if (now && shown) {
        replace(shown, document.importNode(now, true));
      } else if (now) {
        more[number] = true;
      } else {
        delete more[number];
        if (shown) {
          leave(shown);
        }
      }
    });
    tellMore();
  }

  function replace(shown, now) {
    var box = shown.querySelector("input[name=number]");
    var focused = shown.contains(document.activeElement) ? document.activeElement.id : "";
    if (box && box.checked) {
      now.querySelector("input[name=number]").checked = true;
    }
    shown.replaceWith(now);
    if (window.htmx) {
      window.htmx.process(now);
    }
    if (focused && document.getElementById(focused)) {
      document.getElementById(focused).focus({ preventScroll: true });
    }
  }

  // What left the list stays where it is until the page is read anew: nothing jumps under a hand.
  function leave(shown) {
    var news = document.getElementById("news");
    if (!shown.classList.contains("left")) {
      var note = document.createElement("span");
      note.className = "word";
      note.textContent = news.dataset.left;
      shown.classList.add("left");
      shown.querySelector(".q-marks").prepend(note);
    }
  }

  function tellMore() {
    var news = document.getElementById("news");
    var count = Object.keys(more).length;
    if (news) {
      news.hidden = count === 0;
      news.querySelector("span").textContent = (
        count === 1 ? news.dataset.one : news.dataset.many
      ).replace("{0}", count);
    }
  }

  function shownNumbers() {
    return Array.from(document.querySelectorAll("#rows [data-row]"))
      .slice(0, AT_ONCE)
      .map(function (row) {
        return row.id.substring(4);
      });
  }

  function changed(said) {
    document.dispatchEvent(new CustomEvent("redress:changed", { detail: said }));
    if (!sideBarWaits) {
      sideBarWaits = true;
      setTimeout(function () {
        sideBarWaits = false;
        if (window.htmx) {
          window.htmx.trigger(document.body, "tickets-changed");
        }
      }, 1500);
    }
    if (list()) {
      ask(said === "many" ? shownNumbers() : said.split(","));
    }
  }

  // Only a page that is seen listens: a browser has few connections for each server.
  function listen() {
    if (document.hidden) {
      if (stream) {
        stream.close();
        stream = null;
      }
    } else if (!stream) {
      stream = new EventSource("/changes");
      stream.onmessage = function (event) {
        changed(event.data);
      };
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    countTicks();
    if (!document.getElementById("nav-mine") || !window.EventSource) {
      return;
    }
    listen();
    document.addEventListener("visibilitychange", function () {
      listen();
      if (!document.hidden && list() && shownNumbers().length) {
        ask(shownNumbers());
      }
    });
    setInterval(function () {
      if (!document.hidden && list() && shownNumbers().length) {
        ask(shownNumbers());
      }
    }, REFRESH);
  });
})();
