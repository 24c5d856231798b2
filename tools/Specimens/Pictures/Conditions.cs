namespace Specimens.Pictures;

/// <summary>How hard a picture is to read, so that scores can be split by it.</summary>
/// <param name="CardWidth">In pixels.</param>
/// <param name="Tilt">Degrees clockwise.</param>
/// <param name="Perspective">How far the corner that moved most is from where a flat scan has it, as a part of the card's width.</param>
/// <param name="Blur">The lens' blur: the Gaussian's sigma as a part of the card's width.</param>
/// <param name="Shake">What the hand added to it, across or down.</param>
/// <param name="Noise">The sensor's noise, in levels of 255.</param>
/// <param name="Quality">The JPEG's quality; null for a PNG.</param>
/// <param name="Turned">By how many degrees the picture is stored turned clockwise, without an EXIF block that says so.</param>
/// <param name="Typeface">What the card is set in.</param>
/// <param name="Bed">What it lies on.</param>
/// <param name="Shadow">How much light the deepest shadow takes away; 0 to 1.</param>
/// <param name="Glare">How white the brightest reflection is; 0 to 1.</param>
internal sealed record Conditions(
    float CardWidth,
    float Tilt,
    float Perspective,
    float Blur,
    float Shake,
    float Noise,
    int? Quality,
    int Turned,
    string Typeface,
    string Bed,
    float Shadow,
    float Glare);
