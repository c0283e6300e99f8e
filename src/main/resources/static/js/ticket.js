// Writing on a ticket: ready texts and names go where the cursor is.
(function () {
  "use strict";

  function insert(field, text) {
    field.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  document.addEventListener("click", function (event) {
    var from = event.target.closest("[data-into]");
    if (!from) {
      return;
    }
    var field = document.getElementById(from.dataset.into);
    event.preventDefault();
    var menu = from.closest("details.menu");
    if (menu) {
      menu.removeAttribute("open");
    }
    if (from.dataset.text) {
      insert(field, from.dataset.text);
    } else {
      fetch(from.dataset.insert)
        .then(function (answer) {
          if (!answer.ok) {
            throw new Error(answer.status);
          }
          return answer.text();
        })
        .then(function (text) {
          insert(field, text);
        })
        .catch(function () {
          location.href = from.href;
        });
    }
  });
})();
