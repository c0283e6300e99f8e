package org.redress.decision.rulebook;

import java.util.List;

/** What the files of a rule book say, before it is compiled. */
record Contents(
    String version,
    List<Question> questions,
    List<Vocabulary.Phrase> phrases,
    List<Rule> rules,
    List<Example> examples) {}
