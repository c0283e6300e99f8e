package org.redress.decision.version;

import java.util.List;
import org.redress.decision.file.Contents;
import org.redress.decision.finding.Finding;

/** What a rule book names that the site it is for does not have. */
public interface SiteCheck {

  /** A finding for each such name. */
  List<Finding> check(Contents contents);
}
