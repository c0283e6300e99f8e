package org.redress.decision.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.decision.finding.Finding.Kind;
import org.redress.text.Text;

/** Collects what is wrong with the files of a rule book, so that one look shows all of it. */
public class Findings {

  private final List<Finding> found = new ArrayList<>();

  public void error(String file, int row, @Nullable String column, Text what, Text remedy) {
    found.add(new Finding(Kind.MISTAKE, file, row, column, what, remedy));
  }

  public void warning(String file, int row, @Nullable String column, Text what, Text remedy) {
    found.add(new Finding(Kind.DOUBTFUL_FILE, file, row, column, what, remedy));
  }

  public List<Finding> all() {
    return List.copyOf(found);
  }
}
