package org.redress.complaint;

/**
 * A file that came with a complaint.
 *
 * @param name as the sender called it, without folders
 * @param type the media type found from the content, not the one claimed
 */
public record Attachment(String name, String type, byte[] content) {}
