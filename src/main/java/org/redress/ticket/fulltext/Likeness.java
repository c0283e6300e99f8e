package org.redress.ticket.fulltext;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;

/**
 * Looks for complaints that use the same telling words. The score of each is the weight of the
 * words it shares, so that the share can be shown as it was reckoned.
 */
final class Likeness {

  static final String SAID = "said";
  static final String RECEIVED = "received";

  private static final int LEAST_WORDS = 2;

  private final Telling telling;

  Likeness(Telling telling) {
    this.telling = telling;
  }

  /** A ticket that shares words, and how much of the weight they have. */
  record Hit(long ticket, int percent, Set<String> words) {}

  List<Hit> search(IndexSearcher searcher, Query not, int most, String id) throws IOException {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(LEAST_WORDS);
    telling.words().forEach((word, weight) -> query.add(named(word, weight), Occur.SHOULD));
    query.add(not, Occur.MUST_NOT);
    var whole = searcher.rewrite(query.build());
    var weight = searcher.createWeight(whole, ScoreMode.COMPLETE, 1);
    var leaves = searcher.getIndexReader().leaves();
    var hits = new ArrayList<Hit>();
    for (var hit : searcher.search(whole, most).scoreDocs) {
      var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      var doc = hit.doc - leaf.docBase;
      var words = new HashSet<String>();
      NamedMatches.findNamedMatches(weight.matches(leaf, doc))
          .forEach(match -> words.add(match.getName()));
      var ids = leaf.reader().getNumericDocValues(id);
      ids.advanceExact(doc);
      var percent = (int) Math.min(100, Math.round(100 * hit.score / telling.weight()));
      hits.add(new Hit(ids.longValue(), percent, words));
    }
    return hits;
  }

  private static Query named(String word, double weight) {
    var one = new ConstantScoreQuery(new TermQuery(new Term(SAID, word)));
    return NamedMatches.wrapQuery(word, new BoostQuery(one, (float) weight));
  }

  /** Complaints of a time with at least half of the words. */
  static Query half(Set<String> words, Instant from, Instant until) {
    var query =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(1, (words.size() + 1) / 2));
    words.forEach(word -> query.add(new TermQuery(new Term(SAID, word)), Occur.SHOULD));
    query.add(
        LongPoint.newRangeQuery(RECEIVED, from.toEpochMilli(), until.toEpochMilli() - 1),
        Occur.FILTER);
    return query.build();
  }
}
