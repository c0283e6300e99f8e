package org.redress.decision.drl;

/**
 * One {@code field operator literal}.
 *
 * @param operator one of {@code == != < <= > >= contains} and {@code not contains}
 * @param literal a number's digits, or a text without its quotes
 * @param isText whether the literal stood in quotes
 */
public record Comparison(int line, String field, String operator, String literal, boolean isText) {}
