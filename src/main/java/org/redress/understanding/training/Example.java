package org.redress.understanding.training;

/** A text and what it is. */
public record Example(String text, String label) {}
