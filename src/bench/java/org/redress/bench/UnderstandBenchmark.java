package org.redress.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.redress.table.Table;
import org.redress.understanding.Guess;
import org.redress.understanding.ModelFile;
import org.redress.understanding.TextModel;

/** Complaints of 1,500 characters, understood by models that are shipped to be tried. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UnderstandBenchmark {

  private static final int LENGTH = 1_500;
  private static final Path DATA = Path.of("../shared/data");

  @Param({
    "finance_product complaints_en/cfpb_narratives.csv narrative",
    "tone_zh complaints_zh/hotel_book_laptop_reviews.csv text"
  })
  private String what;

  private TextModel model;
  private List<String> complaints;
  private int next;

  /** Reads the model, and real texts put together to the length wanted. */
  @Setup
  public void read() throws IOException {
    var words = what.split(" ");
    model = ModelFile.read(Files.readAllBytes(Path.of("samples/models", words[0] + ".model")));
    var texts = new StringBuilder();
    Table.readCsv(Files.readAllBytes(DATA.resolve(words[1])))
        .rows()
        .forEach(row -> texts.append(row.cell(words[2])).append(' '));
    complaints = new ArrayList<>();
    for (int from = 0; from + LENGTH < texts.length() && complaints.size() < 200; from += LENGTH) {
      complaints.add(texts.substring(from, from + LENGTH));
    }
  }

  /** Finds the features, weighs them, names the words. */
  @Benchmark
  public Guess guess() {
    return model.guess(complaints.get(next++ % complaints.size()));
  }
}
