package org.redress.ticket.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
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

  private static final int ALL_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;
  private static final int SHORTEST_NUMBER = 4;
  private static final int SHORTEST_BEGINNING = 2;

  private Spelling() {}

  /** Tells the words of a text. */
  static Analyzer kept() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(words));
        tokens = new CJKBigramFilter(tokens, ALL_SCRIPTS, true);
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
      return new MatchAllDocsQuery(); // signs only
    }
    if (terms.size() > 1) {
      var phrase = new PhraseQuery.Builder();
      terms.forEach((position, term) -> phrase.add(new Term(TEXT, term), position));
      return phrase.build();
    }
    var term = new Term(TEXT, terms.firstEntry().getValue());
    var isBeginning =
        term.text().length() >= SHORTEST_BEGINNING
            && !Character.isIdeographic(term.text().codePointAt(0));
    return isBeginning ? new PrefixQuery(term) : new TermQuery(term);
  }

  /** Terms by their places: of a run of characters its pairs, of a lone character itself. */
  private static TreeMap<Integer, String> terms(String word) {
    var terms = new TreeMap<Integer, String>();
    var singles = new TreeMap<Integer, String>();
    var pairs = new HashSet<Integer>();
    try (var analyzer = kept();
        var tokens = analyzer.tokenStream(TEXT, word)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var kind = tokens.addAttribute(TypeAttribute.class);
      var step = tokens.addAttribute(PositionIncrementAttribute.class);
      var position = -1;
      tokens.reset();
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        if (kind.type().equals(CJKBigramFilter.SINGLE_TYPE)) {
          singles.put(position, term.toString());
        } else {
          terms.put(position, term.toString());
        }
        if (kind.type().equals(CJKBigramFilter.DOUBLE_TYPE)) {
          pairs.add(position);
        }
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    singles.keySet().removeIf(place -> pairs.contains(place) || pairs.contains(place - 1));
    terms.putAll(singles);
    return terms;
  }
}
