package org.redress.ticket.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
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

  /** Words that say nothing of what a complaint is about. */
  private static final CharArraySet COMMON =
      new CharArraySet(
          List.of(
              ("a about after again all also am an and any are as at be because been before being but"
                      + " by can cannot could did do does for from get got had has have he her here"
                      + " him his how i i'm i've if in into is it its just me more my no not now of on"
                      + " one only or our out she should so some still than that the their them then"
                      + " there these they this to too up us very was we were what when where which"
                      + " who why will with would yet you your am hello hi dear please thank thanks"
                      + " regards sincerely mr mrs ms")
                  .split(" ")),
          true);

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

  /** Tells the words of what was said: their stems, without words that everybody uses. */
  private static final Analyzer SAID =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var words = new StandardTokenizer();
          TokenStream tokens = new LowerCaseFilter(new CJKWidthFilter(words));
          tokens = new StopFilter(new EnglishPossessiveFilter(tokens), COMMON);
          tokens = new KStemFilter(new CJKBigramFilter(tokens, ALL_SCRIPTS));
          return new TokenStreamComponents(words, new ASCIIFoldingFilter(tokens));
        }
      };

  /** The analysis of both fields. */
  static Analyzer all() {
    return new PerFieldAnalyzerWrapper(kept(), Map.of(Likeness.SAID, SAID));
  }

  /** The words of what was said, in their order. */
  static List<String> said(String text) {
    var words = new ArrayList<String>();
    try (var tokens = SAID.tokenStream(Likeness.SAID, text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
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
