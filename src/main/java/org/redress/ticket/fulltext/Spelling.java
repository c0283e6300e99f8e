package org.redress.ticket.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How words are told from each other. Chinese has no spaces: each character and each pair of
 * neighbours is kept, and a run of characters is looked for as its pairs in a row.
 */
final class Spelling {

  static final String TEXT = "text";
  static final String DIGITS = "digits";

  private static final int SHORTEST_NUMBER = 4;
  private static final int SHORTEST_BEGINNING = 2;

  private Spelling() {}

  /** For what is kept. */
  static Analyzer kept() {
    return analyzer(true);
  }

  private static Analyzer analyzer(boolean singleCharacters) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(words));
        tokens = new CJKBigramFilter(tokens, 0xF, singleCharacters);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(tokens));
      }
    };
  }

  /** Every end of a number, so that any part of it can be found by its beginning. */
  static List<String> ends(String number) {
    var digits = number.replaceAll("\\D", "");
    var ends = new ArrayList<String>();
    for (int from = 0; from + SHORTEST_NUMBER <= digits.length(); from++) {
      ends.add(digits.substring(from));
    }
    return ends;
  }

  /** What finds tickets in which every word stands; the last letters of a word may be missing. */
  static Query asked(String text) {
    var all = new BooleanQuery.Builder();
    for (var word : text.strip().split("\\s+")) {
      all.add(word(word), Occur.MUST);
    }
    var number = text.replaceAll("[\\s()+./-]", "");
    if (number.length() < SHORTEST_NUMBER || !number.chars().allMatch(Character::isDigit)) {
      return all.build();
    }
    return new BooleanQuery.Builder()
        .add(all.build(), Occur.SHOULD)
        .add(new PrefixQuery(new Term(DIGITS, number)), Occur.SHOULD)
        .build();
  }

  private static Query word(String word) {
    var terms = terms(word);
    if (terms.isEmpty()) {
      return new BooleanQuery.Builder().build();
    }
    if (terms.size() > 1) {
      var phrase = new PhraseQuery.Builder();
      terms.forEach(term -> phrase.add(new Term(TEXT, term)));
      return phrase.build();
    }
    var term = new Term(TEXT, terms.get(0));
    var isBeginning =
        term.text().length() >= SHORTEST_BEGINNING && !Character.isIdeographic(word.codePointAt(0));
    return isBeginning ? new PrefixQuery(term) : new TermQuery(term);
  }

  private static List<String> terms(String word) {
    var terms = new ArrayList<String>();
    try (var analyzer = analyzer(false);
        var tokens = analyzer.tokenStream(TEXT, word)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
