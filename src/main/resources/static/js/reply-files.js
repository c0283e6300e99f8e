// Files dropped on a reply go the way of those that are chosen with the button.
(function () {
  "use strict";

  function formUnder(event) {
    var form = event.target.closest && event.target.closest("#reply-form");
    return form && Array.from(event.dataTransfer.types).includes("Files") ? form : null;
  }

  document.addEventListener("dragover", function (event) {
    var form = formUnder(event);
    document.querySelectorAll(".dropping").forEach(function (other) {
      if (other !== form) {
        other.classList.remove("dropping");
      }
    });
    if (form) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      form.classList.add("dropping");
    }
  });

  document.addEventListener("dragleave", function (event) {
    if (!event.relatedTarget) {
      document.querySelectorAll(".dropping").forEach(function (form) {
        form.classList.remove("dropping");
      });
    }
  });

  document.addEventListener("drop", function (event) {
    var form = formUnder(event);
    if (form) {
      event.preventDefault();
      form.classList.remove("dropping");
      var field = form.querySelector("input[type=file]");
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });

  // What is too large is told in place and does not travel.
  document.addEventListener("htmx:configRequest", function (event) {
    var field = event.target;
    if (field.id === "reply-files") {
      var bytes = Array.from(field.files).reduce(function (sum, file) {
        return sum + file.size;
      }, 0);
      if (!bytes || bytes > Number(field.dataset.mostBytes)) {
        event.preventDefault();
      }
    }
  });
})();
