package org.redress.decision.named;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers by which orders and people are known. */
final class Numbers {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** Where a number without a country is looked for, by the script of the text. */
  private static final List<String> CHINESE = List.of("CN", "HK");

  private static final List<String> LATIN = List.of("US", "GB");

  private static final int MOST_TRIES = 50;
  private static final int FEWEST_DIGITS = 7;

  /** The word for the thing, at most two small words, then signs of which four are digits. */
  private static final Pattern ORDER =
      Pattern.compile(
          "(?:\\b(?:order|purchase|invoice|booking|reservation|tracking|parcel|reference|ref|contract)\\b"
              + "(?:\\s(?:id|no|nr|num|number|ref|reference)\\b)?\\.?(?:\\sis\\b)?"
              + "|(?:订单|单|运单|快递单|发票|预订|预约|合同|参考)(?:编?号码?)(?:是|为)?)"
              + "\\s?[:#]?\\s?#?((?=(?:[A-Z-]{0,8}\\d){4})[A-Z0-9][A-Z0-9-]{3,29}+)",
          Pattern.CASE_INSENSITIVE);

  private Numbers() {}

  /** Numbers of orders, invoices, bookings and parcels. */
  static List<String> orders(String plain) {
    return ORDER.matcher(plain).results().map(found -> found.group(1)).distinct().toList();
  }

  /** Numbers of telephones that exist in their country, the {@code taken} ones left out. */
  static List<String> phones(String plain, List<String> taken) {
    if (plain.chars().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS) {
      return List.of();
    }
    var found = new ArrayList<String>();
    var regions = plain.codePoints().anyMatch(Character::isIdeographic) ? CHINESE : LATIN;
    for (var region : regions) {
      for (var match : PHONES.findNumbers(plain, region, Leniency.VALID, MOST_TRIES)) {
        var number = match.rawString();
        if (!found.contains(number) && taken.stream().noneMatch(t -> t.contains(number))) {
          found.add(number);
        }
      }
    }
    return found;
  }
}
