package org.consilium.imaging.codec;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/** The part of libheif's C interface (version 1.15, heif.h) that is used; names and order are its own. */
interface Libheif extends Library {

    String NAME = "libheif.so.1";

    /** heif_colorspace_RGB. */
    int COLORSPACE_RGB = 1;
    /** heif_chroma_interleaved_RGB: 8 bits a sample, whatever the file has. */
    int CHROMA_RGB = 10;
    /** heif_chroma_interleaved_RGBA. */
    int CHROMA_RGBA = 11;
    /** heif_channel_interleaved. */
    int CHANNEL_INTERLEAVED = 10;
    /** heif_compression_HEVC. */
    int COMPRESSION_HEVC = 1;
    /** heif_compression_AV1. */
    int COMPRESSION_AV1 = 4;
    /** heif_error_Unsupported_filetype. */
    int UNSUPPORTED_FILETYPE = 3;
    /** heif_error_Unsupported_feature, such as a codec whose plugin is not installed. */
    int UNSUPPORTED_FEATURE = 4;
    /** heif_error_Memory_allocation_error. */
    int MEMORY_ALLOCATION_ERROR = 6;
    /** heif_suberror_Security_limit_exceeded. */
    int SECURITY_LIMIT_EXCEEDED = 1000;

    /** struct heif_error, which is returned by value. */
    @Structure.FieldOrder({"code", "subcode", "message"})
    final class Result extends Structure implements Structure.ByValue {
        public int code;
        public int subcode;
        public Pointer message = Pointer.NULL;
    }

    int heif_have_decoder_for_format(int compression);

    Pointer heif_context_alloc();

    void heif_context_free(Pointer context);

    void heif_context_set_maximum_image_size_limit(Pointer context, int side);

    Result heif_context_read_from_memory_without_copy(Pointer context, Pointer file, NativeLong size, Pointer options);

    Result heif_context_get_primary_image_handle(Pointer context, PointerByReference handle);

    void heif_image_handle_release(Pointer handle);

    int heif_image_handle_get_width(Pointer handle);

    int heif_image_handle_get_height(Pointer handle);

    int heif_image_handle_has_alpha_channel(Pointer handle);

    NativeLong heif_image_handle_get_raw_color_profile_size(Pointer handle);

    Result heif_image_handle_get_raw_color_profile(Pointer handle, byte[] profile);

    Result heif_decode_image(Pointer handle, PointerByReference image, int colorspace, int chroma, Pointer options);

    void heif_image_release(Pointer image);

    int heif_image_get_width(Pointer image, int channel);

    int heif_image_get_height(Pointer image, int channel);

    Pointer heif_image_get_plane_readonly(Pointer image, int channel, IntByReference stride);
}
