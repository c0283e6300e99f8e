// Small comforts. Every screen works without them.
(function () {
  "use strict";
  var root = document.documentElement;
  var prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

  // No choice made: follow the device.
  if (!root.hasAttribute("data-bs-theme") && prefersDark.matches) {
    root.setAttribute("data-bs-theme", "dark");
    document.addEventListener("DOMContentLoaded", function () {
      document.querySelectorAll("[data-theme-switch]").forEach(function (link) {
        link.setAttribute("href", link.dataset.other);
      });
    });
  }

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(function () {
      delete form.dataset.sent;
    }, 8000);
  });

  // Too large files are noticed before they travel.
  document.addEventListener("change", function (event) {
    var field = event.target;
    if (!field.dataset || !field.dataset.mostBytes) {
      return;
    }
    var bytes = Array.from(field.files).reduce(function (sum, file) {
      return sum + file.size;
    }, 0);
    field.setCustomValidity(bytes > Number(field.dataset.mostBytes) ? field.dataset.tooLarge : "");
    field.reportValidity();
  });

  // An open menu closes when something else is pressed.
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.removeAttribute("open");
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) {
        menu.removeAttribute("open");
        menu.querySelector("summary").focus();
      });
    }
  });

  // Lists refresh only while somebody can see them; addresses carry no empty filters.
  document.addEventListener("htmx:configRequest", function (event) {
    if (event.target.hasAttribute("data-live") && document.hidden) {
      event.preventDefault();
    }
    var values = event.detail.parameters;
    Object.keys(values).forEach(function (name) {
      if (values[name] === "") {
        delete values[name];
      }
    });
  });
})();
