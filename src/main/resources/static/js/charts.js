// Draws what the table beside it says. Without this script the table is shown as it is.
(function () {
  "use strict";
  var charts = [];

  function css(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function colours() {
    return ["--rd-chart-1", "--rd-chart-2", "--rd-chart-3", "--rd-chart-4", "--rd-chart-5", "--rd-chart-6"].map(css);
  }

  function series(one, place, stacked) {
    var line = one.form === "LINE";
    var red = css("--rd-chart-mark");
    return {
      name: one.name,
      type: line ? "line" : "bar",
      stack: line || !stacked ? undefined : "all",
      yAxisIndex: line ? 1 : 0,
      barMaxWidth: 34,
      symbolSize: 6,
      data: one.values.map(function (value, i) {
        return one.marks.indexOf(i) < 0 ? value : {
          value: value, itemStyle: { borderColor: red, borderWidth: 2 },
          label: { show: true, position: "top", formatter: "▲", color: red, fontSize: 11 }
        };
      })
    };
  }

  function axis(max) {
    return {
      type: "value", max: max, minInterval: 1,
      axisLabel: { color: css("--rd-muted"), formatter: max ? "{value} %" : undefined },
      splitLine: { show: !max, lineStyle: { color: css("--rd-line") } }
    };
  }

  function options(data, wide) {
    var lines = data.series.some(function (s) { return s.form === "LINE"; });
    return {
      animation: false,
      color: colours(),
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 44, right: lines ? 48 : 12, top: 22, bottom: lines ? (wide ? 96 : 110) : 28 },
      xAxis: {
        type: "category", data: data.labels,
        axisLine: { lineStyle: { color: css("--rd-line") } }, axisTick: { show: false },
        axisLabel: lines
          ? { color: css("--rd-muted"), interval: 0, rotate: 38, width: wide ? 150 : 90, overflow: "truncate", fontSize: 11 }
          : { color: css("--rd-muted"), hideOverlap: true }
      },
      yAxis: lines ? [axis(), axis(100)] : [axis()],
      series: data.series.map(function (s, i) { return series(s, i, !lines); })
    };
  }

  function readout(box, data, i) {
    var parts = data.series
      .filter(function (s) { return s.values[i] > 0; })
      .map(function (s) { return s.name + " " + s.values[i] + (s.form === "LINE" ? " %" : ""); });
    box.textContent = data.labels[i] + ": " + (parts.join(" · ") || "0");
  }

  function until(key, next) {
    if (!next) {
      return key;
    }
    var day = new Date(next + "T00:00:00Z");
    day.setUTCDate(day.getUTCDate() - 1);
    return day.toISOString().slice(0, 10);
  }

  function draw(figure) {
    var canvas = figure.querySelector(".chart-canvas");
    var box = figure.querySelector(".chart-readout");
    var data = JSON.parse(canvas.dataset.chart);
    var hint = box.textContent;
    canvas.hidden = false;
    var chart = echarts.init(canvas);
    chart.setOption(options(data, canvas.clientWidth > 700));
    chart.getZr().on("mousemove", function (event) {
      var i = chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX);
      if (i >= 0 && i < data.labels.length) {
        readout(box, data, i);
      }
    });
    canvas.addEventListener("mouseleave", function () { box.textContent = hint; });
    chart.on("click", function (event) {
      var link = data.series[event.seriesIndex].link;
      if (link) {
        var i = event.dataIndex;
        location.href = link.replace("KEY", data.keys[i]).replace("UNTIL", until(data.keys[i], data.keys[i + 1]));
      }
    });
    charts.push({ chart: chart, canvas: canvas, data: data });
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(".chart").forEach(draw);
  });
  function again() {
    charts.forEach(function (one) {
      one.chart.resize();
      one.chart.setOption(options(one.data, one.canvas.clientWidth > 700));
    });
  }
  window.addEventListener("resize", again);
  window.addEventListener("beforeprint", again);
})();
