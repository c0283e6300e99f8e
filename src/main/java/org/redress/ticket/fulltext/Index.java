package org.redress.ticket.fulltext;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortField.Type;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The index on disk: one document for each ticket. */
final class Index implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Index.class);
  private static final String ID = "id";
  private static final Sort NEWEST = new Sort(new SortField(ID, Type.LONG, true));

  private final IndexWriter writer;
  private final SearcherManager searchers;

  private Index(Path folder) throws IOException {
    var config = new IndexWriterConfig(Spelling.all()).setCommitOnClose(true);
    this.writer = new IndexWriter(FSDirectory.open(folder), config);
    this.searchers = new SearcherManager(writer, null);
  }

  /**
   * Opens the index. One that cannot be read is made anew; one that another service holds is left
   * to it, and this one keeps its own for as long as it runs.
   */
  static Index open(Path folder) {
    try {
      try {
        return new Index(folder);
      } catch (LockObtainFailedException held) {
        LOG.warn("Another service holds {}; this one searches in a folder of its own", folder);
        return new Index(Files.createTempDirectory("redress-search"));
      } catch (IOException | IllegalArgumentException unreadable) {
        LOG.warn("The search index in {} cannot be read and is made anew", folder, unreadable);
        FileSystemUtils.deleteRecursively(folder);
        return new Index(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be kept in " + folder, e);
    }
  }

  /** Puts texts in the place of what was kept of these tickets. */
  void put(List<TicketText> texts) {
    run(
        () -> {
          for (var text : texts) {
            writer.updateDocument(new Term(ID, String.valueOf(text.id())), document(text));
          }
        });
  }

  private static Document document(TicketText text) {
    var document = new Document();
    document.add(new StringField(ID, String.valueOf(text.id()), Store.NO));
    document.add(new NumericDocValuesField(ID, text.id()));
    text.words().forEach(words -> document.add(new TextField(Spelling.TEXT, words, Store.NO)));
    for (var number : text.numbers()) {
      Spelling.ends(number)
          .forEach(end -> document.add(new StringField(Spelling.DIGITS, end, Store.NO)));
    }
    document.add(new TextField(Likeness.SAID, text.said().text(), Store.NO));
    document.add(new LongPoint(Likeness.RECEIVED, text.said().receivedAt().toEpochMilli()));
    return document;
  }

  /** The ids of the newest {@code most} tickets that the text finds. */
  Long[] find(String text, int most) {
    return search(
        true,
        searcher -> {
          var hits = searcher.search(Spelling.asked(text), most, NEWEST).scoreDocs;
          var ids = new Long[hits.length];
          for (int i = 0; i < ids.length; i++) {
            ids[i] = (Long) ((FieldDoc) hits[i]).fields[0];
          }
          return ids;
        });
  }

  /** The tickets that share most of the telling words, but not this one. */
  List<Likeness.Hit> alike(Telling telling, long not, int most) {
    return search(
        true,
        searcher ->
            new Likeness(telling)
                .search(searcher, new TermQuery(new Term(ID, String.valueOf(not))), most, ID));
  }

  /** How many complaints of a time had at least half of these words. */
  int count(Set<String> words, Instant from, Instant until) {
    return search(true, searcher -> searcher.count(Likeness.half(words, from, until)));
  }

  /** About how many complaints have this word. */
  int having(String word) {
    return search(
        false, searcher -> searcher.getIndexReader().docFreq(new Term(Likeness.SAID, word)));
  }

  private interface Searching<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(boolean newest, Searching<T> searching) {
    try {
      if (newest) {
        searchers.maybeRefreshBlocking();
      }
      var searcher = searchers.acquire();
      try {
        return searching.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many tickets are kept. */
  int size() {
    return writer.getDocStats().numDocs;
  }

  /** What was noted with the last commit, by name. */
  Map<String, String> notes() {
    var notes = new HashMap<String, String>();
    if (writer.getLiveCommitData() != null) {
      writer.getLiveCommitData().forEach(note -> notes.put(note.getKey(), note.getValue()));
    }
    return notes;
  }

  /** Brings everything to disk with a note. */
  void commit(Map<String, String> notes) {
    run(
        () -> {
          writer.setLiveCommitData(notes.entrySet());
          writer.commit();
        });
  }

  /** Forgets everything. */
  void clear() {
    run(writer::deleteAll);
  }

  @Override
  public void close() {
    run(
        () -> {
          searchers.close();
          writer.close();
        });
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void run(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
