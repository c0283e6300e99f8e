// Files that are no tables: examples, questions and formulas, as text with marks at the line.
(function () {
  "use strict";
  var editor = window.RuleEditor;
  var make = editor.make;
  var host = document.getElementById("code");
  var GUTTER = "code-marks";
  var code = null;
  var base = null;

  editor.view = {
    content: function () {
      return { text: code.getValue() };
    },

    base: function () {
      return base;
    },

    saved: function (file) {
      base = file;
    },

    mark: function (marks) {
      code.clearGutter(GUTTER);
      code.eachLine(function (line) {
        code.removeLineClass(line, "background");
      });
      marks.forEach(function (mark) {
        var line = Math.max(0, Math.min(mark.row - 1, code.lineCount() - 1));
        var text = editor.sentence(mark.what) + " " + mark.remedy;
        code.setGutterMarker(line, GUTTER, make("span", { class: "code-mark code-mark-" + mark.severity, role: "img", "aria-label": text, title: text }));
        code.addLineClass(line, "background", "code-line-" + mark.severity);
      });
    },

    go: function (line) {
      code.focus();
      code.setCursor({ line: Math.max(0, line - 1), ch: 0 });
      code.scrollIntoView(null, 120);
    },

    light: function () {},

    /** Puts another text in place, as one step that can be undone. */
    replaceText: function (text) {
      code.setValue(text);
    },
  };

  editor.open = function (opened) {
    base = opened.file;
    var field = document.getElementById("code-text");
    field.value = opened.file.text;
    host.hidden = false;
    code = CodeMirror.fromTextArea(field, {
      mode: /\.ya?ml$/.test(editor.file) ? "yaml" : /\.drl$/.test(editor.file) ? "text/x-java" : null,
      lineNumbers: true,
      lineWrapping: true,
      readOnly: !editor.mayChange,
      gutters: [GUTTER, "CodeMirror-linenumbers"],
      inputStyle: "contenteditable",
      screenReaderLabel: editor.file,
      tabSize: 2,
      extraKeys: {
        Tab: function (cm) {
          cm.execCommand("insertSoftTab");
        },
        // Whoever uses the keyboard alone gets out again.
        Esc: function (cm) {
          cm.getInputField().blur();
        },
      },
    });
    code.on("change", editor.changed);
    return Promise.resolve();
  };
})();
