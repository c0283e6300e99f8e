// Opens the file, then checks it; a number behind # is the row to look at.
(function () {
  "use strict";
  var editor = window.RuleEditor;
  editor.ask("GET", "file").then(function (answer) {
    editor.seen = answer.body.file.seen;
    return editor.open(answer.body);
  }).then(function () {
    var row = /\d+/.exec(location.hash);
    if (row) {
      editor.view.go(Number(row[0]));
    }
    document.getElementById("main").dataset.ready = "yes";
    editor.check();
  });
  // On a narrow screen the list of files would push the table out of sight.
  if (window.matchMedia("(max-width: 991px)").matches) {
    document.querySelector(".editor-files details:not(.file-add)").open = false;
  }
  window.addEventListener("hashchange", function () {
    var row = /\d+/.exec(location.hash);
    if (row) {
      editor.view.go(Number(row[0]));
    }
  });
})();
