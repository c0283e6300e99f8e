package org.redress.understanding.phrase;

import java.util.List;

/**
 * A phrase that marks a label.
 *
 * @param phrase in the form in which vocabularies look for it
 * @param inside how many texts of the label have it
 * @param outside how many other texts have it
 * @param score twice the logarithm of the likelihood ratio; 10.83 comes by chance once in a
 *     thousand
 * @param samples some of the texts inside, by their places
 */
public record Mark(
    String phrase, String label, int inside, int outside, double score, List<Integer> samples) {}
